/** How an attempt ended. 'later' is certain not to have been sent, and is tried again; 'unknown' may have been sent, and is not. */
export interface Outcome {
  kind: 'sent' | 'kept' | 'later' | 'failed' | 'unknown';
  response: string;
}

/** What nodemailer says of a failure. */
export interface SmtpFault {
  code?: string;
  responseCode?: number;
  message?: string;
  response?: string;
}

/** Codes of a refusal of this very message; any other is about the way to the server, which may be mended. */
const OF_THE_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS']);

/**
 * What a failed attempt means. SMTP has no idempotency: once the letter was being handed over, only an answer of the server tells whether
 * it was taken, so without one the outcome is unknown. Before that nothing was sent, whatever went wrong.
 *
 * @param handedOver whether any of the letter left this process
 */
export function smtpOutcome(fault: SmtpFault, handedOver: boolean): Outcome {
  const { code = '', responseCode, message = '' } = fault;
  const response = `${code} ${message}`.trim();
  if (handedOver && !responseCode) return { kind: 'unknown', response };
  const isAboutTheMessage = OF_THE_MESSAGE.has(code);
  if (responseCode && responseCode >= 500 && responseCode !== BAD_SEQUENCE && isAboutTheMessage) return { kind: 'failed', response };
  // An address that is none: nodemailer refuses it without asking the server.
  if (!responseCode && isAboutTheMessage) return { kind: 'failed', response };
  return { kind: 'later', response };
}

/** Says that the session was in a wrong state, not that the message is refused. */
const BAD_SEQUENCE = 503;

export const MOST_ATTEMPTS = 12;

/** Seconds to wait after so many attempts: half a minute, doubled each time, at most an hour; all of them take about five hours. */
export const waitAfter = (attempts: number): number => Math.min(3_600, 30 * 2 ** (attempts - 1));

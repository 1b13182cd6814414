import { z } from 'zod';
import { endpoint, Page, pageOf } from '../http/endpoint.contract.js';
import { Instant } from '../time/time.contract.js';

export const Message = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    state: z
      .enum(['waiting', 'sent', 'kept', 'unknown', 'failed', 'canceled'])
      .describe(
        '`kept` is in the outbox folder; `unknown` may have been sent and is not tried again; `canceled` was not sent, for example because the account is deactivated',
      ),
    createdAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.output<typeof Message>;

export const MessageInFull = Message.extend({
  text: z.string().describe('Only of a kept message; empty for any other. Secret links are replaced by [Link hidden]'),
  html: z.string().describe('The same as a page; show it in a frame without scripts'),
  deliveries: z.array(
    z.object({ attempt: z.int(), startedAt: Instant, finishedAt: Instant.nullable(), outcome: z.string().nullable(), response: z.string().nullable() }),
  ),
}).meta({ id: 'MessageInFull' });
export type MessageInFull = z.output<typeof MessageInFull>;

/** How mail leaves this Daymark. */
export const MailSettings = z
  .object({
    via: z.enum(['smtp', 'outbox']).describe('`outbox`: nothing is sent, all is kept as files in the outbox of the data folder'),
    from: z.string(),
    waiting: z.int().describe('Mail that is not sent yet'),
    problem: z
      .object({ at: Instant, response: z.string() })
      .nullable()
      .describe('Set while the last attempt of all failed for now: when, and what the mail server answered. Daymark tries again'),
  })
  .meta({ id: 'MailSettings' });
export type MailSettings = z.output<typeof MailSettings>;

export const readMailSettings = endpoint({
  method: 'GET',
  path: '/mail-settings',
  summary: 'Read how mail leaves this Daymark',
  allow: 'administer',
  answer: MailSettings,
});

export const listMessages = endpoint({
  method: 'GET',
  path: '/messages',
  summary: 'List mail to people, the newest first',
  allow: 'administer',
  query: Page,
  answer: pageOf(Message),
});

export const readMessage = endpoint({
  method: 'GET',
  path: '/messages/:messageId',
  summary: 'Read a message with its deliveries; secret links are hidden, and the audit trail notes who read it',
  allow: 'administer',
  securityEvent: 'mail-read',
  params: z.object({ messageId: z.uuid() }),
  answer: MessageInFull,
});

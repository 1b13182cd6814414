import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { BackupFault, Interrupted } from '../backup-fault.js';

/** The terminal on which the operator answers. */
export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Writable;
}

const NOTHING_CHANGED = 'Nothing was changed.';

/** Fails before the work starts if there is no terminal on which the operator could confirm. */
export function refuseWithoutTerminal(what: string, isAgreed: boolean, { input }: Terminal): void {
  if (!isAgreed && !input.isTTY) throw new BackupFault(`${what} There is no terminal to ask on: add --yes to agree. ${NOTHING_CHANGED}`);
}

/** Asks the operator. Only "yes" confirms. Any other answer, the end of the input (Ctrl-D), Ctrl-C and the signal throw. */
export async function confirm(what: string, isAgreed: boolean, terminal: Terminal, signal: AbortSignal): Promise<void> {
  refuseWithoutTerminal(what, isAgreed, terminal);
  if (isAgreed) return;
  const answer = await answerOn(terminal, `${what} Type yes to continue: `, signal);
  if (answer?.trim().toLowerCase() !== 'yes') throw new BackupFault(NOTHING_CHANGED);
}

/** The line that was typed, null for the end of the input. */
function answerOn({ input, output }: Terminal, question: string, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, output, terminal: true });
    const interrupt = () => settle(() => reject(new Interrupted()));
    const settle = (end: () => void) => {
      signal.removeEventListener('abort', interrupt);
      end();
      lines.close();
    };
    lines.once('line', (line) => settle(() => resolve(line)));
    // The terminal is in raw mode: Ctrl-C comes as a key, not as a signal.
    lines.once('SIGINT', interrupt);
    lines.once('close', () => {
      output.write('\n');
      settle(() => resolve(null));
    });
    if (signal.aborted) return interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    lines.setPrompt(question);
    lines.prompt();
  });
}

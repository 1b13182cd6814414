import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BackupFault, Interrupted } from '../backup-fault.js';
import { confirm, refuseWithoutTerminal, type Terminal } from './ask.js';

const [CTRL_C, CTRL_D] = ['\x03', '\x04'];

/** A terminal on which these keys are typed; `said` is all that it showed. */
function terminalWith(keys: string | null): { terminal: Terminal; said: () => Promise<string> } {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input }), new PassThrough()];
  if (keys === null) input.end();
  else input.write(keys);
  return { terminal: { input, output }, said: () => text(output.end()) };
}

const asked = (keys: string | null, signal = new AbortController().signal) => confirm('It replaces all.', false, terminalWith(keys).terminal, signal);

describe('the question before a restore', () => {
  it.each(['yes\r', 'YES\r', '  yes \r', 'yes\n', 'yex\x7fs\r'])('accepts %j as yes', async (keys) => {
    await expect(asked(keys)).resolves.toBeUndefined();
  });

  it.each(['no\r', '\r', 'y\r', 'yes please\r', 'n\r'])('reads %j as no', async (keys) => {
    await expect(asked(keys)).rejects.toEqual(new BackupFault('Nothing was changed.'));
  });

  it('reads Ctrl-D and the end of the input as no', async () => {
    for (const keys of [CTRL_D, null]) await expect(asked(keys)).rejects.toEqual(new BackupFault('Nothing was changed.'));
  });

  it('is interrupted by Ctrl-C, also in the middle of an answer, and by a signal', async () => {
    for (const keys of [CTRL_C, `ye${CTRL_C}`]) await expect(asked(keys)).rejects.toBeInstanceOf(Interrupted);
    const stop = new AbortController();
    const waiting = asked('ye', stop.signal);
    stop.abort();
    await expect(waiting).rejects.toBeInstanceOf(Interrupted);
    await expect(asked('', AbortSignal.abort())).rejects.toBeInstanceOf(Interrupted);
  });

  it('shows what will be replaced, and is skipped with --yes', async () => {
    const { terminal, said } = terminalWith('yes\r');
    await confirm('It replaces all.', false, terminal, new AbortController().signal);
    expect(await said()).toContain('It replaces all. Type yes to continue: ');
    const other = terminalWith('');
    await confirm('It replaces all.', true, other.terminal, new AbortController().signal);
    expect(await other.said()).toBe('');
  });

  it('fails without a terminal, and names the flag that confirms', () => {
    const none: Terminal = { input: new PassThrough(), output: new PassThrough() };
    const refused = 'It replaces all. There is no terminal to ask on: add --yes to agree. Nothing was changed.';
    expect(() => refuseWithoutTerminal('It replaces all.', false, none)).toThrow(refused);
    expect(() => refuseWithoutTerminal('It replaces all.', true, none)).not.toThrow();
  });
});

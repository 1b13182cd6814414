import { Logger } from '@nestjs/common';
import { explainFault, StartFault } from '../platform/boot/start-fault.js';
import { stopSignal } from '../platform/boot/stop-signal.js';
import { BackupFault, Interrupted } from './backup-fault.js';

/** Exit codes. */
const EXIT = { failed: 1, usage: 2, interrupted: 130 };

/** The arguments don't match the usage. */
export class UsageFault extends Error {}

/** On standard error: standard output may be the backup. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs a command to its end, prints what went wrong as a sentence, and sets the exit code. */
export async function runBackupCommand(usage: string, work: (args: string[], signal: AbortSignal) => Promise<void>): Promise<void> {
  const args = process.argv.slice(2);
  const signal = stopSignal();
  // Errors are printed as one sentence.
  Logger.overrideLogger(false);
  try {
    if (args.includes('--help') || args.includes('-h')) process.stdout.write(`${usage}\n`);
    else await work(args, signal);
  } catch (error) {
    process.exitCode = report(error, usage, signal.aborted);
  }
  process.exit();
}

function report(error: unknown, usage: string, isInterrupted: boolean): number {
  if (isInterrupted || error instanceof Interrupted) {
    tell('Interrupted. Nothing was changed.');
    return EXIT.interrupted;
  }
  // The error codes of Node's parseArgs begin with this.
  const isUsage = error instanceof UsageFault || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  if (isUsage) tell(`${(error as Error).message}\n\n${usage}`);
  else if (error instanceof BackupFault || error instanceof StartFault) tell(error.message);
  else tell(explainFault(error).replace('Daymark cannot start: ', 'The command failed: '));
  return isUsage ? EXIT.usage : EXIT.failed;
}

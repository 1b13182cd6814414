/** Why Daymark cannot start, in one sentence for people that says what to do: printed without a stack, exit code 1. */
export class StartFault extends Error {}

/** The code of a system's or the database's error, as `EADDRINUSE` or `28P01`; empty when there is none. By shape: several realms make errors. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}

/** What is wrong with a path or an address, by the system's code; `at` is the path or address. */
const SENTENCES: Record<string, (at: string) => string> = {
  EADDRINUSE: (at) => `${at} is taken by another program: stop that one, or choose another port with PORT.`,
  EADDRNOTAVAIL: (at) => `${at} is not an address of this machine: correct HOST.`,
  EACCES: (at) => `Daymark may not use ${at}: give its user access, or choose another place or port in the settings.`,
  EPERM: (at) => `Daymark may not use ${at}: give its user access, or choose another place or port in the settings.`,
  EROFS: (at) => `${at} is on a read-only file system: choose another folder with DAYMARK_DATA_DIR.`,
  ENOTDIR: (at) => `${at} is below a file, not a folder: choose another folder with DAYMARK_DATA_DIR.`,
  ENOSPC: (at) => `There is no space left for ${at}: free some space, or choose another folder with DAYMARK_DATA_DIR.`,
};

/** One sentence for a file or folder that cannot be written. */
export function writeFault(path: string, error: unknown): StartFault {
  const code = codeOf(error);
  const sentence = ['EROFS', 'ENOSPC'].includes(code) ? SENTENCES[code] : undefined;
  return new StartFault(
    sentence?.(path) ?? `${path} cannot be written (${code || String(error)}): make its folder writable, or choose another with DAYMARK_DATA_DIR.`,
  );
}

/** One sentence for the error that stopped the start. DAYMARK_LOG_LEVEL=debug adds the stack of unexpected errors. */
export function explainFault(error: unknown, environment: NodeJS.ProcessEnv = process.env): string {
  if (error instanceof StartFault) return error.message;
  const sentence = SENTENCES[codeOf(error)];
  if (sentence) return sentence(placeOf(error));
  const message = error instanceof Error ? error.message : String(error);
  const isCurious = ['debug', 'trace'].includes(environment.DAYMARK_LOG_LEVEL ?? '');
  if (isCurious && error instanceof Error && error.stack) return `Daymark cannot start: ${error.stack}`;
  return `Daymark cannot start: ${message.split('\n')[0]} (DAYMARK_LOG_LEVEL=debug shows more).`;
}

function placeOf(error: unknown): string {
  const { path, port, address } = error as { path?: string; port?: number; address?: string };
  if (port !== undefined) return `Port ${port}${address ? ` of ${address}` : ''}`;
  return path ?? 'a file or address';
}

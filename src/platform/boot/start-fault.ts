/** Why Daymark cannot start, in one sentence for people that says what to do: printed without a stack, exit code 1. */
export class StartFault extends Error {}

/** The code of a system's or the database's error, as `EADDRINUSE` or `28P01`; empty when there is none. By shape: several realms make errors. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error) return String(error.code);
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
}

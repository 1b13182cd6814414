/** Ctrl-C, a service manager's stop, and a terminal that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let request: AbortController | undefined;

/**
 * Aborts when this process is told to stop. From the first call on a signal no longer ends the process by itself, and a second one changes
 * nothing: npm passes on what its group got too, so each signal may come twice.
 */
export function stopSignal(): AbortSignal {
  if (request) return request.signal;
  const controller = (request = new AbortController());
  for (const signal of SIGNALS) process.on(signal, () => controller.abort());
  return controller.signal;
}

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followOtherTabs, onSession, readSession } from '../api/session';
import { cssVariablesResolver, theme } from '../theme/theme';
import { hearOtherTabs } from '../features/enrollments/enrollment-changes';
import { clearToasts } from '../ui/toast-store';
import { Toasts } from '../ui/toasts';
import { keepQueries } from './kept-queries';
import { registerWorker, whenIdle } from './register-worker';
import type { makeRouter } from './router';

/** Everything a page stands on: the theme, what was asked of the server, and where one is. */
export function App({ queries, router }: { queries: QueryClient; router: ReturnType<typeof makeRouter> }) {
  useEffect(() => {
    let person = readSession().account?.id;
    return onSession(() => {
      const next = readSession().account?.id;
      if (next === person) return;
      // What was asked for one person is never shown to another; the guards of the routes decide anew.
      if (person) queries.clear();
      if (person) clearToasts();
      person = next;
      void router.invalidate();
    });
  }, [queries, router]);

  useEffect(() => keepQueries(queries, () => readSession().account?.id), [queries]);
  useEffect(() => hearOtherTabs(queries), [queries]);
  useEffect(followOtherTabs, []);
  useEffect(() => whenIdle(router, queries, () => void registerWorker()), [router, queries]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

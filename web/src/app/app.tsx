import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { onSession, readSession } from '../api/session';
import { cssVariablesResolver, theme } from '../theme/theme';
import { Toasts } from '../ui/toasts';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';

/** Everything a page stands on: the theme, what was asked of the server, and where one is. */
export function App() {
  const [queries] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter());

  useEffect(() => {
    let person = readSession().account?.id;
    return onSession(() => {
      const next = readSession().account?.id;
      if (next === person) return;
      // What was asked for one person is never shown to another; the guards of the routes decide anew.
      if (person) queries.clear();
      person = next;
      void router.invalidate();
    });
  }, [queries, router]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

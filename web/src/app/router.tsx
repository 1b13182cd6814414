import { createRouter } from '@tanstack/react-router';
import { BASE } from '../api/base';
import { CrashPage } from './crash-page';
import { NotFoundPage } from './not-found-page';
import { PageSkeleton } from './page-skeleton';
import { routeTree } from './routes';

/** A page that comes at once shows no skeleton. */
const PATIENCE_MS = 200;

export function makeRouter() {
  const router = createRouter({
    routeTree,
    basepath: BASE || '/',
    defaultPreload: 'intent',
    defaultPendingMs: PATIENCE_MS,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    // Who cannot see the page change hears it: the new page has the focus, as after a click on an ordinary link.
    const main = document.getElementById('main');
    // A place of the page that the address asks for has taken it already.
    if (fromLocation && pathChanged && !main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
  });
  // Load the code of the page while the session is being read, not after.
  const matches = router.matchRoutes(router.latestLocation) as { routeId: keyof typeof router.routesById }[];
  for (const { routeId } of matches) void router.loadRouteChunk(router.routesById[routeId]);
  return router;
}

declare module '@tanstack/react-router' {
  // Links and their parameters are checked against routes.tsx.
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

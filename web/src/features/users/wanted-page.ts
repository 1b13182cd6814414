import { useSearch } from '@tanstack/react-router';

/** Where somebody wanted to go before they were asked who they are; a door hands it on to the next one. */
export function useWantedPage(): { next?: string } {
  const { next } = useSearch({ strict: false });
  return next === undefined ? {} : { next };
}

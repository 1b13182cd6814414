import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { findStart } from '@server/curriculum/where-to-start.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../api/call';
import { useSession } from '../../api/session';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';

export type SaidHere = NonNullable<Sent<typeof findStart>['query']>;

/** Where to start, by what was said so far; the answer before stays while the next is worked out. */
export const startQuery = (slug: string, said: SaidHere) =>
  queryOptions({
    queryKey: ['certifications', slug, 'start', said],
    queryFn: () => call(findStart, { params: { slug }, query: said }),
    placeholderData: keepPreviousData,
  });

/** Slugs of the levels of a certification that the person who looks has passed; none for visitors. */
export function usePassed(certification: string): string {
  const { account } = useSession();
  const { data } = useQuery({ ...enrollmentsQuery(), enabled: account?.accountRoles.includes('learner') ?? false });
  return (data?.items ?? [])
    .flatMap((each) => (each.state === 'passed' && each.certification.slug === certification ? each.level.slug : []))
    .sort()
    .join(',');
}

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { openCalendarFeed, readCalendarFeed, revokeCalendarFeed, type CalendarFeed } from '@server/plans/calendar/calendar.contract';
import { call } from '../../api/call';

const KEY = ['calendar-feed'];

export const calendarFeedQuery = () => queryOptions({ queryKey: KEY, queryFn: ({ signal }) => call(readCalendarFeed, {}, { signal }) });

function useFeedChange(change: () => Promise<CalendarFeed>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (feed) => queries.setQueryData(KEY, feed) });
}

export const useOpenCalendarFeed = () => useFeedChange(() => call(openCalendarFeed, {}));
export const useRevokeCalendarFeed = () => useFeedChange(() => call(revokeCalendarFeed, {}));

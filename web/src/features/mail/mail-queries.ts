import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listMessages, readMailSettings, readMessage } from '@server/platform/mail/mail.contract';
import { call } from '../../api/call';

export const mailSettingsQuery = () => queryOptions({ queryKey: ['mail-settings'], queryFn: () => call(readMailSettings, {}) });

export const messagesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['messages'],
    queryFn: ({ pageParam }) => call(listMessages, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Each read is a line in the audit trail, so a message is read once while the page is open. */
export const messageQuery = (messageId: string) =>
  queryOptions({ queryKey: ['message', messageId], queryFn: () => call(readMessage, { params: { messageId } }), staleTime: Infinity, gcTime: 0 });

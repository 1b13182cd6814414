import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '@server/platform/http/endpoint.contract';
import {
  discardDraft,
  draftStale,
  listDrafts,
  listSaves,
  openDraft,
  publishDraft,
  readDraft,
  readSave,
  saveDraft,
  tagOf,
} from '@server/curriculum/drafts/draft.contract';
import { listCurricula } from '@server/enrollments/moves/curricula.contract';
import { listMoves, moveEnrollments, readImpact } from '@server/enrollments/moves/moves.contract';
import { call } from '../../../api/call';
import { isRefusal, NoAnswer } from '../../../api/refusal';
import { everyPage } from '../../../api/every-page';
import type { Keep, Told } from './draft-editor';

const WATCH_MS = 1_000;

export const draftsQuery = () => queryOptions({ queryKey: ['drafts'], queryFn: () => everyPage((query) => call(listDrafts, { query })) });

/** For the editor, read once a visit: what is typed afterwards is the truth there. */
export const editedDraftQuery = (slug: string) =>
  queryOptions({ queryKey: ['edited-draft', slug], queryFn: () => call(readDraft, { params: { slug } }), staleTime: Infinity, gcTime: 0 });

/** As it was saved last. */
export const draftQuery = (slug: string) => queryOptions({ queryKey: ['drafts', slug], queryFn: () => call(readDraft, { params: { slug } }), gcTime: 0 });

/** What a save of the draft changes since a release before the current one. */
export const draftSinceQuery = (slug: string, revision: number, since: number) =>
  queryOptions({
    queryKey: ['drafts', slug, 'since', revision, since],
    queryFn: () => call(readDraft, { params: { slug }, query: { since } }),
  });

export const savesQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['drafts', slug, 'saves'],
    queryFn: ({ pageParam }) => call(listSaves, { params: { slug }, query: { limit: 100, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const saveQuery = (slug: string, revision: number | string) =>
  queryOptions({ queryKey: ['drafts', slug, 'saves', revision], queryFn: () => call(readSave, { params: { slug, revision } }) });

/** Of the draft at a revision, for each save may change it; of a release as long as nobody moves. */
export const draftImpactQuery = (slug: string, revision: number) =>
  queryOptions({ queryKey: ['certifications', slug, 'impact', 'draft', revision], queryFn: () => call(readImpact, { params: { slug } }) });

/** Key of `curriculaQuery`: it says how many are behind, so it follows every move. */
const CURRICULA = ['certifications', 'looked-after'] as const;

/** Each certification with how many prepare for it, and how many of them are on older releases; one question for all. */
export const curriculaQuery = () => queryOptions({ queryKey: CURRICULA, queryFn: () => everyPage((query) => call(listCurricula, { query })) });

export const impactQuery = (slug: string, release: number) =>
  queryOptions({ queryKey: ['certifications', slug, 'impact', release], queryFn: () => call(readImpact, { params: { slug }, query: { release } }) });

/** Watched for as long as one is under way. */
export const movesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['certifications', slug, 'moves'],
    queryFn: () => call(listMoves, { params: { slug } }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ finishedAt }) => finishedAt === null) ? WATCH_MS : false),
  });

export const keeper =
  (slug: string): Keep =>
  (document, revision, how) =>
    call(saveDraft, { params: { slug }, headers: { 'if-match': tagOf(revision) }, body: { document, how } });
export const told: Told = { isStale: (error) => isRefusal(error, draftStale), isOffline: (error) => error instanceof NoAnswer };

/** A change of what is being written or published; whatever shows curricula asks again. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const onSuccess = () => Promise.all(['drafts', 'certifications', 'levels'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  return useMutation({ mutationFn: change, onSuccess });
}

export const useOpenDraft = () => useChange((body: Sent<typeof openDraft>['body']) => call(openDraft, { body }));
export const useDiscardDraft = () => useChange((slug: string) => call(discardDraft, { params: { slug } }));
export const usePublishDraft = (slug: string) =>
  useChange((revision: number) => call(publishDraft, { params: { slug }, headers: { 'if-match': tagOf(revision) } }));
export const useMoveEnrollments = (slug: string) => useChange((release: number) => call(moveEnrollments, { params: { slug }, body: { release } }));

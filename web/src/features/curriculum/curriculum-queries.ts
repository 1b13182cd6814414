import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  listCertifications,
  listReleases,
  listUnlistedCertifications,
  publishCurriculum,
  readCertification,
  readLevel,
  readRelease,
  setOffering,
  type Offering,
} from '@server/curriculum/curriculum.contract';
import { previewCurriculum } from '@server/enrollments/moves/preview.contract';
import { call } from '../../api/call';
import { everyPage } from '../../api/every-page';

/** A release never changes, and a new one is rare: what was read stays fresh for a while. */
const FRESH_MS = 60_000;

/** All of them, however many: pages show some at a time, and find any by its name. */
export const certificationsQuery = () =>
  queryOptions({
    queryKey: ['certifications'],
    queryFn: () => everyPage((query) => call(listCertifications, { query })),
    staleTime: FRESH_MS,
  });

/**
 * For admins: the hidden and archived ones too. Both lists are one query, because a certification that moves from one to the other would
 * be shown twice or not at all while only one of them is read again.
 */
export const allCertificationsQuery = () =>
  queryOptions({
    queryKey: ['certifications', 'all'],
    queryFn: async () => {
      const [listed, unlisted] = await Promise.all([
        everyPage((query) => call(listCertifications, { query })),
        everyPage((query) => call(listUnlistedCertifications, { query })),
      ]);
      return { items: [...new Map([...listed.items, ...unlisted.items].map((each) => [each.slug, each])).values()] };
    },
  });

export const certificationQuery = (slug: string) =>
  queryOptions({ queryKey: ['certifications', slug], queryFn: () => call(readCertification, { params: { slug } }), staleTime: FRESH_MS });

export const levelQuery = (levelId: string) =>
  queryOptions({ queryKey: ['levels', levelId], queryFn: () => call(readLevel, { params: { levelId } }), staleTime: FRESH_MS });

export const releasesQuery = (slug: string) =>
  queryOptions({ queryKey: ['certifications', slug, 'releases'], queryFn: () => everyPage((query) => call(listReleases, { params: { slug }, query })) });

/** A release never changes, nor what it changed. */
export const releaseQuery = (slug: string, number: number, since: number) =>
  queryOptions({
    queryKey: ['certifications', slug, 'releases', number, since],
    queryFn: () => call(readRelease, { params: { slug, number }, query: { since } }),
    staleTime: Infinity,
  });

/** @param base64 the bytes of a curriculum file */
export const usePreviewCurriculum = () => useMutation({ mutationFn: (base64: string) => call(previewCurriculum, { body: { base64 } }) });

/** Lists, hides or archives a certification. */
export function useSetOffering(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (offering: Offering) => call(setOffering, { params: { slug }, body: { offering } }),
    onSuccess: () => Promise.all(['certifications', 'levels', 'search'].map((held) => queries.invalidateQueries({ queryKey: [held] }))),
  });
}

/** Publishes a curriculum file; everything that shows curricula asks again. */
export function usePublishCurriculum() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (base64: string) => call(publishCurriculum, { body: { base64 } }),
    onSuccess: () => Promise.all(['certifications', 'levels', 'search', 'drafts'].map((held) => queries.invalidateQueries({ queryKey: [held] }))),
  });
}

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { enrollmentsQuery } from './enrollment-queries';

const KEY = 'daymark-enrollment';
const listeners = new Set<() => void>();

/** Remembers, in this browser, which enrollment the pages show. */
export function rememberEnrollment(id: string): void {
  localStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Those worth a page: all that were not withdrawn, the ones being prepared for first. */
export const shownEnrollments = (enrollments: readonly Enrollment[]): Enrollment[] =>
  enrollments.filter(({ state }) => state !== 'withdrawn').sort((a, b) => Number(b.state === 'active') - Number(a.state === 'active'));

/** The enrollment that the pages show: the one chosen here last, else the newest; undefined before there is one. */
export function useCurrentEnrollment(): Enrollment | undefined {
  const { data } = useQuery(enrollmentsQuery());
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const enrollments = shownEnrollments(data?.items ?? []);
  return enrollments.find(({ id }) => id === chosen) ?? enrollments[0];
}

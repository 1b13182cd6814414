import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { readSession } from '../../api/session';
import { itemKey, keepItem, readItem } from '../../device/items';
import { enrollmentsQuery } from './enrollment-queries';

const keyOf = () => itemKey('enrollment', readSession().account?.id ?? '');
const listeners = new Set<() => void>();

/** Remembers, in this browser, which enrollment the pages show to the person who is signed in. */
export function rememberEnrollment(id: string): void {
  keepItem(keyOf(), id);
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
  const chosen = useSyncExternalStore(subscribe, () => readItem(keyOf()));
  const enrollments = shownEnrollments(data?.items ?? []);
  return enrollments.find(({ id }) => id === chosen) ?? enrollments[0];
}

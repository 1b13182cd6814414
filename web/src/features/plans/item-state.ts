import type { PlanItem } from '@server/plans/plans.contract';

/** A day on which some of it was logged is not a missed one: the rest rolled on. */
export const stateOf = ({ state, loggedMinutes }: Pick<PlanItem, 'state' | 'loggedMinutes'>): PlanItem['state'] | 'partly' =>
  state !== 'done' && loggedMinutes > 0 ? 'partly' : state;

/** 'Cache a pipeline 2': in a cell there is no room for 'part 2 of 3'. */
export const shortTitle = (title: string): string => title.replace(/, part (\d+) of \d+$/, ' $1');

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readPlanItemEvent } from '@server/plans/calendar/calendar.contract';
import { addFixedDate, changeFixedDate, movePlanItem, removeFixedDate, unpinPlanItem, type FixedDateInput } from '@server/plans/pins/pins.contract';
import type { FixedDate, Plan } from '@server/plans/plans.contract';
import { call } from '../../api/call';
import { saveFile } from '../../ui/save-file';
import { enrollmentChanged } from '../enrollments/enrollment-changes';
import { useChange } from '../enrollments/enrollment-queries';
import { withItemOn } from './moved-item';
import { planQuery } from './plan-queries';

/** Puts an item on a date and pins it there. It stands there at once; a refusal puts it back. */
export function useMovePlanItem(enrollmentId: string) {
  const queries = useQueryClient();
  const { queryKey } = planQuery(enrollmentId);
  return useMutation({
    mutationFn: ({ itemId, date }: { itemId: string; date: string }) => call(movePlanItem, { params: { enrollmentId, itemId }, body: { date, pinned: true } }),
    onMutate: async ({ itemId, date }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Plan>(queryKey);
      if (before) queries.setQueryData(queryKey, withItemOn(before, itemId, date));
      return before;
    },
    onError: (_error, _move, before) => before && queries.setQueryData(queryKey, before),
    onSuccess: (plan) => queries.setQueryData(queryKey, plan),
    onSettled: () => enrollmentChanged(queries, enrollmentId),
  });
}

export const useUnpinPlanItem = (enrollmentId: string) =>
  useChange(enrollmentId, (itemId: string) => call(unpinPlanItem, { params: { enrollmentId, itemId } }));

/** Saves one item as a file that a calendar program opens. */
export const useSaveEvent = (enrollmentId: string) =>
  useMutation({ mutationFn: async (itemId: string) => saveFile(await call(readPlanItemEvent, { params: { enrollmentId, itemId } })) });

export const useAddFixedDate = (enrollmentId: string) =>
  useChange(enrollmentId, (body: FixedDateInput) => call(addFixedDate, { params: { enrollmentId }, body }));

export const useChangeFixedDate = (enrollmentId: string) =>
  useChange(enrollmentId, ({ id: fixedDateId, ...body }: FixedDate) => call(changeFixedDate, { params: { enrollmentId, fixedDateId }, body }));

export const useRemoveFixedDate = (enrollmentId: string) =>
  useChange(enrollmentId, (fixedDateId: string) => call(removeFixedDate, { params: { enrollmentId, fixedDateId } }));

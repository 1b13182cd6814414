import { queryOptions, useMutation } from '@tanstack/react-query';
import {
  addBreak,
  changeBreak,
  importAvailability,
  readAvailability,
  removeAvailabilityException,
  removeBreak,
  setAvailabilityException,
  type AvailabilityException,
  type Break,
  type BreakInput,
} from '@server/enrollments/availability/availability.contract';
import { call } from '../../api/call';
import { enrollmentKey } from './enrollment-changes';
import { useChange } from './enrollment-queries';

export const availabilityQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'availability'], queryFn: () => call(readAvailability, { params: { enrollmentId } }) });

export const useSetException = (enrollmentId: string) =>
  useChange(enrollmentId, ({ date, ...body }: AvailabilityException) => call(setAvailabilityException, { params: { enrollmentId, date }, body }));

export const useRemoveException = (enrollmentId: string) =>
  useChange(enrollmentId, (date: string) => call(removeAvailabilityException, { params: { enrollmentId, date } }));

export const useAddBreak = (enrollmentId: string) => useChange(enrollmentId, (body: BreakInput) => call(addBreak, { params: { enrollmentId }, body }));

export const useChangeBreak = (enrollmentId: string) =>
  useChange(enrollmentId, ({ id: breakId, ...body }: Break) => call(changeBreak, { params: { enrollmentId, breakId }, body }));

export const useRemoveBreak = (enrollmentId: string) => useChange(enrollmentId, (breakId: string) => call(removeBreak, { params: { enrollmentId, breakId } }));

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** What a calendar would set; it sets nothing. */
export const usePreviewCalendar = (enrollmentId: string) =>
  useMutation({
    mutationFn: async (file: File) => call(importAvailability, { params: { enrollmentId }, query: { dryRun: 'true' }, body: await bytesOf(file) }),
  });

export const useImportCalendar = (enrollmentId: string) =>
  useChange(enrollmentId, async (file: File) => call(importAvailability, { params: { enrollmentId }, body: await bytesOf(file) }));

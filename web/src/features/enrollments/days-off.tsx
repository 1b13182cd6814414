import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AvailabilityException, Break, WholeAvailability } from '@server/enrollments/availability/availability.contract';
import { counted, dateInFull, daysBetween, minutesOf, weekdayAndDay } from '../../ui/format';
import { MinusIcon, MoonIcon, SunIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { availabilityQuery, useAddBreak, useChangeBreak, useRemoveBreak, useRemoveException, useSetException } from './availability-queries';
import { CalendarImport } from './calendar-import';
import { DayOffForm } from './day-off-form';
import { toldOrFault } from './told';

/** What differs from the usual week: single dates and breaks, also from a calendar. */
export function DaysOff({ enrollmentId }: { enrollmentId: string }) {
  const query = useQuery(availabilityQuery(enrollmentId));
  return (
    <Section title="Days off and breaks" lead="The plan works around them, nobody reminds you, and no streak breaks.">
      <div className="stack">
        <QueryRegion query={query} what="Days off">
          {(availability) => (
            <>
              <Ahead enrollmentId={enrollmentId} availability={availability} />
              <DayOffForm enrollmentId={enrollmentId} availability={availability} />
            </>
          )}
        </QueryRegion>
        <CalendarImport enrollmentId={enrollmentId} />
      </div>
    </Section>
  );
}

/** What is over is history, and stands there. */
function Ahead({ enrollmentId, availability: { exceptions, breaks, today, settable } }: { enrollmentId: string; availability: WholeAvailability }) {
  const shown = [
    ...exceptions
      .filter(({ date }) => date >= today)
      .map((each) => ({ on: each.date, row: <One key={each.date} enrollmentId={enrollmentId} exception={each} /> })),
    ...breaks
      .filter(({ kind, toOn }) => toOn >= (kind === 'illness' ? settable.illness.from : today))
      .map((each) => ({ on: each.fromOn, row: <OneBreak key={each.id} enrollmentId={enrollmentId} today={today} item={each} /> })),
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  if (shown.length === 0) return <p className="sm soft">None ahead. A holiday, an appointment, the flu: say so, and the plan makes room.</p>;
  return <Rows label="Days off and breaks">{shown.map(({ row }) => row)}</Rows>;
}

function One({ enrollmentId, exception }: { enrollmentId: string; exception: AvailabilityException }) {
  const { date, minutes, reason } = exception;
  const remove = useRemoveException(enrollmentId);
  const set = useSetException(enrollmentId);
  const words = `${weekdayAndDay(date)} is as in a usual week again`;
  return (
    <Row
      mark={minutes === 0 ? <MinusIcon size="s" /> : <SunIcon size="s" />}
      title={`${weekdayAndDay(date)}, ${minutes === 0 ? 'free' : minutesOf(minutes)}`}
      note={reason || undefined}
      aside={
        <RemoveButton
          name={weekdayAndDay(date)}
          isPending={remove.isPending}
          onRemove={() => toldOrFault(remove.mutateAsync(date), words, () => set.mutateAsync(exception))}
        />
      }
    />
  );
}

const KINDS = { holiday: 'Holiday', illness: 'Illness', other: 'Break' } as const;

function OneBreak({ enrollmentId, today, item }: { enrollmentId: string; today: string; item: Break }) {
  const { id, kind, fromOn, toOn, note } = item;
  const remove = useRemoveBreak(enrollmentId);
  const add = useAddBreak(enrollmentId);
  const change = useChangeBreak(enrollmentId);
  const name = `${weekdayAndDay(fromOn)} to ${weekdayAndDay(toOn)}`;
  // Of a break that began, the server keeps the days behind: it is still there, and made long again.
  const isKept = fromOn < today && kind !== 'illness';
  const undo = (): Promise<unknown> => (isKept ? change.mutateAsync(item) : add.mutateAsync({ kind, fromOn, toOn, note }));
  const said = isKept ? 'The break ended yesterday. The plan follows' : 'The break is taken back. The plan follows';
  return (
    <Row
      mark={<MoonIcon size="s" />}
      title={`${KINDS[kind]}, ${fromOn === toOn ? weekdayAndDay(fromOn) : name}`}
      note={[counted(daysBetween(fromOn, toOn) + 1, 'day'), note, toOn < today && `over since ${dateInFull(toOn)}`].filter(Boolean).join(', ')}
      aside={<RemoveButton name={name} isPending={remove.isPending} onRemove={() => toldOrFault(remove.mutateAsync(id), said, undo)} />}
    />
  );
}

const RemoveButton = ({ name, isPending, onRemove }: { name: string; isPending: boolean; onRemove: () => void }) => (
  <Button variant="subtle" size="sm" mih={44} loading={isPending} onClick={onRemove} aria-label={`Remove ${name}`}>
    Remove
  </Button>
);

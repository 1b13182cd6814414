import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FixedDate, Plan } from '@server/plans/plans.contract';
import { minutesOf, weekdayAndDay } from '../../ui/format';
import { AddIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import { Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { told, toldOrFault } from '../enrollments/told';
import classes from './fixed-dates.module.css';
import { FIXED_KINDS, FixedDateForm } from './fixed-date-form';
import { useAddFixedDate, useChangeFixedDate, useRemoveFixedDate } from './pin-queries';
import { planQuery } from './plan-queries';
import { useUndoProposal } from './proposal-queries';

/** Workshops and sessions of a cohort: the plan makes room for them and never moves them. */
export function FixedDates({ plan, mayChange }: { plan: Plan; mayChange: boolean }) {
  const { enrollmentId, today } = plan;
  const [isAdding, setAdding] = useState(false);
  const { opener, place } = useFocusInPlace(isAdding);
  const add = useAddFixedDate(enrollmentId);
  const takeBackOf = useTakeBack(plan);
  const ahead = plan.fixedDates.filter(({ date }) => date >= today);
  const save = (body: Omit<FixedDate, 'id'>) => {
    let takeBack = (): Promise<unknown> => Promise.resolve();
    const adding = add.mutateAsync(body).then(({ id }) => {
      setAdding(false);
      takeBack = takeBackOf(id);
    });
    told(adding, `${body.title} stands on ${weekdayAndDay(body.date)}. The plan makes room`, () => takeBack());
  };
  return (
    <Section title="Fixed dates" bare lead="A workshop, a session of your cohort. The plan works around them.">
      <div className="stack">
        {ahead.length > 0 && (
          <Rows label="Fixed dates">
            {ahead.map((fixed) => (
              <One key={fixed.id} plan={plan} fixed={fixed} mayChange={mayChange} />
            ))}
          </Rows>
        )}
        {isAdding && (
          <div ref={place}>
            <FixedDateForm plan={plan} act="Add it" onSave={save} onCancel={() => setAdding(false)} isPending={add.isPending} error={add.error} />
          </div>
        )}
        {mayChange && !isAdding && (
          <div>
            <Button ref={opener} variant="default" leftSection={<AddIcon size="s" />} onClick={() => setAdding(true)}>
              Add a fixed date
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

/** Takes a date back that was added just now, with the room that the plan made for it. */
function useTakeBack({ enrollmentId, undoableProposalId }: Plan) {
  const queries = useQueryClient();
  const remove = useRemoveFixedDate(enrollmentId);
  const undo = useUndoProposal(enrollmentId);
  return (fixedDateId: string) => {
    const madeRoom = queries.getQueryData<Plan>(planQuery(enrollmentId).queryKey)?.undoableProposalId ?? null;
    return async () => {
      if (madeRoom !== null && madeRoom !== undoableProposalId) await undo.mutateAsync(madeRoom);
      await remove.mutateAsync(fixedDateId);
    };
  };
}

function One({ plan, fixed, mayChange }: { plan: Plan; fixed: FixedDate; mayChange: boolean }) {
  const { id, kind, title, date, minutes } = fixed;
  const [isChanging, setChanging] = useState(false);
  const { opener, place } = useFocusInPlace(isChanging);
  const add = useAddFixedDate(plan.enrollmentId);
  const change = useChangeFixedDate(plan.enrollmentId);
  const remove = useRemoveFixedDate(plan.enrollmentId);
  const save = (body: Omit<FixedDate, 'id'>) =>
    told(
      change.mutateAsync({ id, ...body }).then(() => setChanging(false)),
      `${body.title} stands on ${weekdayAndDay(body.date)}. The plan makes room`,
      () => change.mutateAsync(fixed),
    );
  if (isChanging)
    return (
      <li>
        <div ref={place}>
          <FixedDateForm
            plan={plan}
            fixed={fixed}
            act="Save"
            onSave={save}
            onCancel={() => setChanging(false)}
            isPending={change.isPending}
            error={change.error}
          />
        </div>
      </li>
    );
  return (
    <li className={classes.one}>
      <KindMark kind="fixed" />
      <div className="grow">
        <div className="b">{title}</div>
        <div className="sm soft num">{`${FIXED_KINDS[kind]}, ${weekdayAndDay(date)}, ${minutesOf(minutes)}`}</div>
        {mayChange && (
          <div className={classes.acts}>
            <Button ref={opener} variant="subtle" size="sm" mih={44} px={8} onClick={() => setChanging(true)} aria-label={`Change ${title}`}>
              Change
            </Button>
            <Button
              variant="subtle"
              size="sm"
              mih={44}
              px={8}
              loading={remove.isPending}
              aria-label={`Remove ${title}`}
              onClick={() =>
                toldOrFault(remove.mutateAsync(id), `${title} is removed. Its time is free`, () => add.mutateAsync({ kind, title, date, minutes }))
              }
            >
              Remove
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

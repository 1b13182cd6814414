import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlanSums, PlanWhatIf } from '@server/plans/proposals/proposals.contract';
import type { ProjectedReadiness, ProjectedWhatIf } from '@server/readiness/projections/projections.contract';
import { Choice } from '../../ui/choice';
import { dayShort, duration, minutesOf, unbroken, weekdayAndDay } from '../../ui/format';
import { ArrowRightIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import { CHANGES, changeWord, countWords, slackWords, type ItemChange } from './change-words';
import { changedDays } from './changed-days';
import classes from './before-after.module.css';

interface Props {
  change: Pick<PlanWhatIf, 'before' | 'after' | 'counts' | 'items'>;
}

const SHOWN_AT_FIRST = 8;
type View = 'items' | 'days';
const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'items', label: 'By item' },
  { value: 'days', label: 'By day' },
];

/** A change of the plan, before and after: the sums, how many items it touches, and each of them by item or by day. */
export function BeforeAfter({ change: { before, after, counts, items } }: Props) {
  const [view, setView] = useState<View>('items');
  const changed = CHANGES.flatMap((each) => items.filter(({ change }) => change === each));
  return (
    <div className="stack">
      <SumsTable before={before} after={after} />
      <div className="row wrap between">
        <p className="b num">{countWords(counts)}</p>
        {changed.length > 0 && <Choice label="Show changes" value={view} onChange={setView} options={VIEWS} />}
      </div>
      {changed.length > 0 && (view === 'items' ? <ByItem items={changed} /> : <ByDay items={items} />)}
    </div>
  );
}

/** What the plan comes to before and after, figure by figure. */
export function SumsTable({ before, after, readiness }: { before: PlanSums; after: PlanSums; readiness?: ProjectedWhatIf['readiness'] }) {
  const rows: readonly [string, (sums: PlanSums) => string][] = [
    ['Exam', ({ examOn }) => weekdayAndDay(examOn)],
    ['Needed', ({ neededMinutes }) => duration(neededMinutes)],
    ['Available', ({ availableMinutes }) => duration(availableMinutes)],
    ['Left over', slackWords],
    ['Last new work', ({ lastWorkOn }) => (lastWorkOn === null ? 'none' : weekdayAndDay(lastWorkOn))],
  ];
  return (
    <table className={classes.sums}>
      <caption className="vh">The plan before and after</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={of(before) === of(after) ? 'soft' : undefined}>{of(before)}</td>
            <td className={of(before) === of(after) ? 'soft' : 'b'}>{of(after)}</td>
          </tr>
        ))}
        {readiness && (
          <tr>
            <th scope="row">Ready by then, if all is done</th>
            <td className="num">{readiness.before ? <Projected of={readiness.before} /> : 'no plan'}</td>
            <td className="num b">
              <Projected of={readiness.after} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** '72, 60 to 84': never without its range. */
const Projected = ({ of: { score, low, high } }: { of: ProjectedReadiness }) =>
  score === null ? (
    <>too early to say</>
  ) : (
    <>
      {score}{' '}
      <small className="soft">
        {low} to {high}
      </small>
    </>
  );

function ByItem({ items }: { items: readonly ItemChange[] }) {
  return (
    <Some of={items}>
      {(shown) => (
        <Rows label="Items that change">
          {shown.map((item) => (
            <Row
              key={`${item.change} ${item.itemId}`}
              mark={<KindMark kind={item.kind} />}
              title={unbroken(item.title)}
              note={<Places item={item} />}
              aside={<span className="sm soft">{changeWord(item.change)}</span>}
            />
          ))}
        </Rows>
      )}
    </Some>
  );
}

/** 'Thu 3 Dec, 35 min → Tue 1 Dec, 40 min' */
const Places = ({ item: { from, to } }: { item: ItemChange }) => (
  <span className={classes.from}>
    {from ? <s>{placed(from)}</s> : 'not planned'}
    <ArrowRightIcon size="s" />
    <span className="vh">becomes</span>
    <span className={classes.to}>{to ? placed(to) : 'not planned'}</span>
  </span>
);

/** 'Thu 3 Dec, 35 min' */
export const placed = ({ date, minutes }: NonNullable<ItemChange['from']>) => `${weekdayAndDay(date)}, ${minutesOf(minutes)}`;

function ByDay({ items }: { items: readonly ItemChange[] }) {
  return (
    <Some of={changedDays(items)}>
      {(shown) => (
        <table className={classes.days}>
          <caption className="vh">Days that change</caption>
          <thead>
            <tr>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          {shown.map(({ date, before, after }) => (
            <tbody key={date}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  {weekdayAndDay(date)}
                </th>
              </tr>
              <tr>
                <td>
                  <OfDay places={before} />
                </td>
                <td>
                  <OfDay places={after} />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
    </Some>
  );
}

function OfDay({ places }: { places: ReturnType<typeof changedDays>[number]['before'] }) {
  if (places.length === 0) return <span className="soft">nothing</span>;
  return (
    <ul className={classes.places}>
      {places.map(({ item, minutes, isNew }) => (
        <li key={`${item.itemId} ${item.change}`} className={classes.named}>
          <KindMark kind={item.kind} />
          <span className={isNew ? 'b' : undefined}>
            {unbroken(item.title)}, {minutesOf(minutes)}
            {isNew && item.from && item.from.date !== item.to?.date && <span className="soft"> from {dayShort(item.from.date)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The first few, and all of them at a click. */
function Some<T>({ of, children }: { of: readonly T[]; children: (shown: readonly T[]) => ReactNode }) {
  const [all, setAll] = useState(false);
  const isLong = of.length > SHOWN_AT_FIRST + 2;
  return (
    <div>
      {children(isLong && !all ? of.slice(0, SHOWN_AT_FIRST) : of)}
      {isLong && (
        <Button variant="subtle" size="sm" mt={8} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${of.length}`}
        </Button>
      )}
    </div>
  );
}

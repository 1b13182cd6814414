import type { Answer } from '@server/platform/http/endpoint.contract';
import type { listSkillTimes } from '@server/progress/history/study-times.contract';
import { AsTable } from '../../../ui/as-table';
import { ChartKey } from '../../../ui/chart-key';
import { dayShort, duration } from '../../../ui/format';
import classes from './skill-shares.module.css';

type Times = Answer<typeof listSkillTimes>;

/** The time of each skill as a bar, its weight in the level as a line across: where the two differ, one sees it. */
export function SkillShares({ times }: { times: Times }) {
  const { items, projects, otherMinutes } = times;
  const widest = Math.max(1, ...items.flatMap(({ sharePercent, weightPercent }) => [sharePercent, weightPercent]));
  const at = (percent: number) => `${(100 * percent) / widest}%`;
  const onProjects = projects.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <figure>
      <ul className={classes.skills} aria-label="Share of your time by skill">
        {items.map(({ skillId, title, minutes, sharePercent, weightPercent }) => (
          <li key={skillId}>
            <span className={classes.title}>{title}</span>
            <span className={classes.share}>
              <b className="b">{percent(sharePercent)}</b> <span className="soft">weighs {percent(weightPercent)}</span>
              <span className="vh">, {duration(minutes)}</span>
            </span>
            <span className={classes.track} aria-hidden>
              <i className={classes.bar} style={{ width: at(sharePercent) }} />
              <i className={classes.weight} style={{ insetInlineStart: at(weightPercent) }} />
            </span>
          </li>
        ))}
      </ul>
      <ChartKey
        lines={[
          { name: 'Share of your time', stroke: 'var(--chart-1)', width: 8, bar: true },
          { name: 'Weight in the level', stroke: 'var(--text)', width: 2 },
        ]}
      />
      {(onProjects > 0 || otherMinutes > 0) && (
        <p className="sm soft num" style={{ marginTop: 8 }}>
          {[onProjects > 0 && `${duration(onProjects)} on projects`, otherMinutes > 0 && `${duration(otherMinutes)} of general study`]
            .filter(Boolean)
            .join(' and ')}{' '}
          besides.
        </p>
      )}
      <TimesTable times={times} />
    </figure>
  );
}

const percent = (share: number) => `${Math.round(share)}%`;

function TimesTable({ times: { items, projects, otherMinutes } }: { times: Times }) {
  const rows = [
    ...items.map(({ title, minutes, sharePercent, weightPercent, lastStudiedOn }) => [
      title,
      duration(minutes),
      percent(sharePercent),
      percent(weightPercent),
      lastStudiedOn ? dayShort(lastStudiedOn) : 'not yet',
    ]),
    ...projects.map(({ title, minutes, lastStudiedOn }) => [title, duration(minutes), '', '', lastStudiedOn ? dayShort(lastStudiedOn) : 'not yet']),
    ...(otherMinutes > 0 ? [['General study', duration(otherMinutes), '', '', '']] : []),
  ];
  return <AsTable caption="Time by skill and project" head={['Skill or project', 'Time', 'Share', 'Weight', 'Last studied']} rows={rows} />;
}

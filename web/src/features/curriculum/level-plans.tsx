import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { Chip } from '../../ui/chip';
import { Markdown } from '../../ui/markdown';
import { Section } from '../../ui/section';
import classes from './level-plans.module.css';

type Template = LevelAnswer['planTemplates'][number];

/** How to prepare, by the time one has: the lengths side by side, so that one sees what more days are for. */
export function LevelPlans({ level: { planTemplates } }: { level: LevelAnswer }) {
  return (
    <Section title="How to prepare" lead="Your own plan follows the one that fits your days, and bends with your week.">
      <ul className={classes.plans}>
        {[...planTemplates]
          .sort((one, other) => one.minDays - other.minDays)
          .map((template) => (
            <li key={template.slug}>
              <Plan template={template} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

function Plan({ template: { title, minDays, maxDays, summary, needed, exception, phases } }: { template: Template }) {
  return (
    <>
      <h3>{minDays === maxDays ? `${minDays} days` : `${minDays} to ${maxDays} days`}</h3>
      {!sameWords(title, minDays, maxDays) && <p className="sm soft">{title}</p>}
      {!needed && <Chip tone="outline">Not needed for this level</Chip>}
      <Markdown className={classes.summary}>{summary}</Markdown>
      {!needed && exception && <Markdown className="sm soft">{exception}</Markdown>}
      {phases.length > 0 && (
        <ol className={classes.phases}>
          {phases.map((phase) => (
            <li key={phase.title}>
              <span className={classes.share} aria-hidden>
                <i style={{ width: `${phase.sharePercent}%` }} />
              </span>
              <b className="b sm">{phase.title}</b>
              <span className="xs soft num">{daysOf(phase.sharePercent, minDays, maxDays)}</span>
              <Markdown className="sm soft">{phase.summary}</Markdown>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** A title that only repeats the days says nothing. */
const sameWords = (title: string, min: number, max: number) => title === `${min} days` || title === `${min} to ${max} days`;

/** How much of the plan's days a phase is: 'about 3 days'. */
function daysOf(sharePercent: number, min: number, max: number): string {
  const days = Math.max(1, Math.round((((min + max) / 2) * sharePercent) / 100));
  return days === 1 ? 'about a day' : `about ${days} days`;
}

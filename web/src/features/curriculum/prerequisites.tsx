import { Link } from '@tanstack/react-router';
import type { Level, LevelPage } from '@server/curriculum/curriculum.contract';
import { Callout } from '../../ui/callout';
import { Chip } from '../../ui/chip';
import { CheckIcon, LockIcon } from '../../ui/icons';
import { Markdown } from '../../ui/markdown';
import { useAdmission } from '../enrollments/waiver-queries';
import { KINDS } from '../enrollments/what-is-missing';
import { prerequisitesTitle, prerequisitesTold, type Hold, type ToldPrerequisite } from './prerequisite-words';
import classes from './prerequisites.module.css';

/** What a level asks for, one by one: what it is, and whether it is a rule or advice. */
export function Prerequisites({ level, levels }: { level: LevelPage; levels: readonly Level[] }) {
  const { admission } = useAdmission(level);
  const told = prerequisitesTold(level.prerequisites, levels, admission);
  if (told.length === 0) return null;
  const isShut = told.some(({ hold }) => hold === 'shut');
  return (
    <Callout title={prerequisitesTitle(told)} {...(isShut && { icon: <LockIcon /> })}>
      <ul className={classes.list} aria-label="What comes before">
        {told.map((each, index) => (
          <li key={index}>
            <div className={classes.name}>
              <Name told={each} />
              {HOLDS[each.hold]}
            </div>
            <Markdown>{each.text}</Markdown>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Name({ told: { kind, level } }: { told: ToldPrerequisite }) {
  if (!level) return <span className="b">{KINDS[kind]}</span>;
  return (
    <Link className="b" to="/levels/$levelId" params={{ levelId: level.id }}>
      {level.title}
    </Link>
  );
}

const HOLDS: Readonly<Record<Hold, React.ReactNode>> = {
  recommended: <span className={classes.advice}>Recommended</span>,
  shut: (
    <Chip tone="near" icon={<LockIcon size="s" />}>
      Demanded
    </Chip>
  ),
  met: (
    <Chip tone="ready" icon={<CheckIcon size="s" />}>
      Passed
    </Chip>
  ),
  waived: (
    <Chip tone="ready" icon={<CheckIcon size="s" />}>
      Waived
    </Chip>
  ),
};

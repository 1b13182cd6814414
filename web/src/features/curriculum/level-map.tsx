import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Certification, Level } from '@server/curriculum/curriculum.contract';
import { useSession } from '../../api/session';
import { Chip } from '../../ui/chip';
import { listed } from '../../ui/format';
import { CheckIcon, ClockIcon, FlagIcon } from '../../ui/icons';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { levelMap, type MapLevel } from './level-map-layout';
import { notOpenWords } from './not-open';
import { levelsBefore } from './level-ways';
import classes from './level-map.module.css';

const ACROSS = { direction: 'across', nodeWidth: 212, nodeHeight: 124, layerGap: 56, gap: 20 } as const;
/** As wide as there is room for. */
const DOWN = { direction: 'down', nodeHeight: 124, layerGap: 40, gap: 12 } as const;
/** Until it is measured: the room on the commonest phone. */
const ROOM = 358;

const onMap = (level: Level, levels: readonly Level[]): MapLevel => ({
  slug: level.slug,
  before: levelsBefore(level, levels).map(({ level: { slug }, rule }) => ({ slug, rule })),
});

/** The levels of a certification and how one leads to the next; what is said with lines is said in words too. */
export function LevelMap({ certification: { levels } }: { certification: Certification }) {
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const { ref, width } = useElementSize();
  const map = levelMap(
    levels.map((level) => onMap(level, levels)),
    isNarrow ? { ...DOWN, nodeWidth: width || ROOM } : ACROSS,
  );
  const standing = useStanding();
  const rules = new Set(map.lines.map(({ rule }) => rule));
  return (
    <div className={classes.frame} ref={ref}>
      <div className={classes.map} style={{ width: map.width, height: map.height }}>
        <svg width={map.width} height={map.height} aria-hidden>
          {map.lines.map(({ from, to, rule, path }) => (
            <path key={`${from} ${to}`} d={path} data-rule={rule} />
          ))}
        </svg>
        <ul aria-label="Map of levels">
          {map.nodes.map(({ slug, x, y, width, height }) => {
            const level = levels.find((each) => each.slug === slug);
            return (
              level && (
                <li key={slug} style={{ left: x, top: y, width, height }}>
                  <LevelNode level={level} levels={levels} standing={standing(level.id)} />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {rules.size > 0 && (
        <p className={classes.legend}>
          {rules.has('recommended') && (
            <span>
              <i data-rule="recommended" /> recommended first
            </span>
          )}
          {rules.has('enforced') && (
            <span>
              <i data-rule="enforced" /> demanded first
            </span>
          )}
        </p>
      )}
    </div>
  );
}

type Standing = 'passed' | 'preparing' | undefined;

function LevelNode({ level, levels, standing }: { level: Level; levels: readonly Level[]; standing: Standing }) {
  const { id, title, track, optional, open } = level;
  return (
    <Link to="/levels/$levelId" params={{ levelId: id }} className={classes.node} data-open={open || undefined}>
      <span className="b">{title}</span>
      <span className="sm soft">
        {track}
        {optional && ', optional'}
      </span>
      {standing === 'passed' && (
        <Chip tone="ready" icon={<CheckIcon size="s" />}>
          Passed
        </Chip>
      )}
      {standing === 'preparing' && (
        <Chip tone="accent" icon={<FlagIcon size="s" />}>
          Preparing
        </Chip>
      )}
      {!open && (
        <Chip tone="outline" icon={<ClockIcon size="s" />}>
          {notOpenWords(level)}
        </Chip>
      )}
      <span className="vh">{inWords(level, levels)}</span>
    </Link>
  );
}

/** What the lines say. */
function inWords({ slug, prerequisites }: Level, levels: readonly Level[]): string {
  const named = (slugs: readonly string[]) => listed(levels.flatMap((each) => (slugs.includes(each.slug) ? each.title : [])));
  const before = (rule: 'enforced' | 'recommended') => named(prerequisites.flatMap((each) => (each.kind === 'level' && each.rule === rule ? each.level : [])));
  const after = named(levels.flatMap((each) => (each.prerequisites.some((one) => one.kind === 'level' && one.level === slug) ? each.slug : [])));
  return [
    before('enforced') && `. Demands ${before('enforced')} first`,
    before('recommended') && `. Recommends ${before('recommended')} first`,
    after && `. Leads to ${after}`,
  ]
    .filter(Boolean)
    .join('');
}

/** How far the person who looks has come; nothing for visitors. */
function useStanding(): (levelId: string) => Standing {
  const { account } = useSession();
  const { data } = useQuery({ ...enrollmentsQuery(), enabled: account?.accountRoles.includes('learner') ?? false });
  return (levelId) => {
    const states = (data?.items ?? []).flatMap(({ level, state }) => (level.id === levelId ? state : []));
    if (states.includes('passed')) return 'passed';
    return states.some((state) => state === 'active' || state === 'paused' || state === 'failed') ? 'preparing' : undefined;
  };
}

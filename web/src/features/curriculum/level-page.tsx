import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { listed } from '../../ui/format';
import { Markdown } from '../../ui/markdown';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { Questions } from './certification-page';
import { certificationQuery, levelQuery } from './curriculum-queries';
import { Ladder } from './ladder';
import { MistakesAndAfter } from './level-after';
import { LevelJoin } from './level-join';
import classes from './level-page.module.css';
import { LevelPlans } from './level-plans';
import { Prerequisites } from './prerequisites';
import { SelfCheck } from './self-check';
import { LevelProjects, LevelSkills, NotPublished } from './level-skills';

/** What a level demands, what it is made of, and the way in. */
export default function LevelPage() {
  const { levelId } = useParams({ strict: false });
  const query = useQuery(levelQuery(levelId ?? ''));
  return (
    <QueryRegion query={query} what="The level">
      {(level) => <Whole level={level} />}
    </QueryRegion>
  );
}

function Whole({ level }: { level: LevelAnswer }) {
  const { slug, title } = level.certification;
  const { data: certification } = useQuery(certificationQuery(slug));
  return (
    <>
      <PageHead title={level.title} crumb={{ to: `/certifications/${slug}`, title, here: 'Levels' }} />
      {certification && <Ladder levels={certification.levels} current={level.id} />}
      <div className={classes.grid}>
        <div>
          <Markdown className={classes.lead}>{level.summary}</Markdown>
          {level.audience.length > 0 && <p className="soft read">For {listed(level.audience.map(inSentence))}.</p>}
          <Prerequisites level={level} levels={certification?.levels ?? []} />
          <SelfCheck level={level} levels={certification?.levels ?? []} />
          {level.validates ? (
            <Section title="What you will be able to do">
              <Markdown>{level.validates}</Markdown>
            </Section>
          ) : (
            <NotPublished title="What you will be able to do" />
          )}
          <LevelSkills level={level} />
          <LevelProjects level={level} />
          {level.planTemplates.length > 0 ? <LevelPlans level={level} /> : <NotPublished title="How to prepare" />}
          <MistakesAndAfter level={level} levels={certification?.levels} />
          {certification && <Questions certification={certification} />}
        </div>
        <LevelJoin level={level} certification={certification} />
      </div>
    </>
  );
}

/** A kind of person within a sentence: 'senior engineers', but 'SREs'. */
const inSentence = (kind: string) => (/^[A-Z][a-z]*(?![A-Za-z])/.test(kind) ? kind.charAt(0).toLowerCase() + kind.slice(1) : kind);

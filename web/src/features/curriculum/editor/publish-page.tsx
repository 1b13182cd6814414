import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { ButtonLink } from '../../../ui/button-link';
import { Callout } from '../../../ui/callout';
import { counted, listed } from '../../../ui/format';
import { messageOf } from '../../../ui/failed';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { Row, Rows } from '../../../ui/rows';
import { Card } from '../../../ui/section';
import { ChangedSince, NotOpen } from './before-publishing';
import { draftImpactQuery, draftQuery, usePublishDraft } from './draft-queries';
import { inPageOrder, placeOf } from './fault-place';
import { gapsOf } from './gaps';
import { ImpactRows, MovePanel } from './move-panel';

/** The last look before a draft becomes a release, and afterwards the learners on earlier ones. */
export default function PublishPage() {
  const { slug = '' } = useParams({ strict: false });
  const query = useQuery(draftQuery(slug));
  return (
    <QueryRegion query={query} what="The draft">
      {(draft) => <Review draft={draft} />}
    </QueryRegion>
  );
}

function Review({ draft }: { draft: Draft }) {
  const { slug, title, release, revision, faults, changes, document } = draft;
  const publish = usePublishDraft(slug);
  const next = (release ?? 0) + 1;
  const crumb = { to: `/curriculum/${slug}`, title: `Draft of ${title}`, here: 'Review and publish' };
  if (publish.data) return <Published slug={slug} title={title} release={publish.data.release} />;
  const hasNothing = release !== null && changes.length === 0;
  return (
    <>
      <PageHead title={`Publish ${title}`} crumb={crumb} lead={release === null ? 'Its first release' : `Release ${next} follows release ${release}`} />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        {faults.length > 0 && <ToMend draft={draft} />}
        {publish.error && (
          <Callout tone="risk" alert title="Nothing was published">
            {messageOf(publish.error)}
          </Callout>
        )}
        {hasNothing && <Callout title="Nothing differs from the current release">There is nothing to publish.</Callout>}
        {release === null && <Contents document={document} />}
        {release !== null && !hasNothing && (
          <Card title={`What release ${next} changes`} lead={counted(changes.length, 'change')}>
            <ChangedSince state={{ known: draft }} release={release} />
            <NotOpen document={document} />
          </Card>
        )}
        {release !== null && !hasNothing && <Concerned slug={slug} revision={revision} />}
        <div className="row wrap">
          <Button size="lg" disabled={faults.length > 0 || hasNothing} loading={publish.isPending} onClick={() => publish.mutate(revision)}>
            Publish release {next}
          </Button>
          <ButtonLink to="/curriculum/$slug" params={{ slug }} variant="default" size="lg">
            Go on editing
          </ButtonLink>
        </div>
        <p className="sm soft read">A release never changes. What was logged stays with its skills and projects, whatever is renamed, moved or retired.</p>
      </div>
    </>
  );
}

function ToMend({ draft: { slug, document, faults } }: { draft: Draft }) {
  return (
    <Callout tone="near" title={`${counted(faults.length, 'thing')} to mend first`}>
      <Rows label="To mend">
        {inPageOrder(faults).map(({ path, message }) => (
          <Row
            key={`${path} ${message}`}
            title={
              <Link to="/curriculum/$slug" params={{ slug }} search={{ at: path }}>
                {placeOf(document, path)}
              </Link>
            }
            note={message}
          />
        ))}
      </Rows>
    </Callout>
  );
}

/** What a first release holds, and what learners will miss in it. */
function Contents({ document }: { document: Draft['document'] }) {
  return (
    <Card title="What release 1 holds" lead={`${counted(document.levels.length, 'level')}, by ${document.host ?? 'nobody yet'}`}>
      <Rows label="What it holds">
        {document.levels.map((level) => (
          <Row key={level.slug} title={level.title || 'New level'} note={holding(level)} />
        ))}
      </Rows>
      <NotOpen document={document} />
    </Card>
  );
}

function holding(level: Draft['document']['levels'][number]): string {
  const { skills = [], projects = [], planTemplates = [] } = level;
  const gaps = gapsOf(level);
  const held = [counted(skills.length, 'skill'), counted(projects.length, 'project'), counted(planTemplates.length, 'plan')].join(', ');
  return gaps.length === 0 ? held : `${held}. Learners will read “not published yet” for ${listed(gaps)}.`;
}

function Concerned({ slug, revision }: { slug: string; revision: number }) {
  const impact = useQuery(draftImpactQuery(slug, revision));
  return (
    <Card title="Whom it concerns" lead="Nothing happens to them by publishing: you decide afterwards whether to move them.">
      <QueryRegion query={impact} what="Whom it concerns">
        {({ levels }) => (levels.length === 0 ? <p className="soft">Nobody is under way.</p> : <ImpactRows levels={levels} />)}
      </QueryRegion>
    </Card>
  );
}

function Published({ slug, title, release }: { slug: string; title: string; release: number }) {
  return (
    <>
      <PageHead
        title={`Release ${release} is published`}
        crumb={{ to: '/curriculum', title: 'Curriculum', here: `${title}, published` }}
        lead="New enrollments take it."
      />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        <Card title="Learners on earlier releases">
          <MovePanel slug={slug} release={release} />
        </Card>
        <div className="row wrap">
          <ButtonLink to="/certifications/$slug" params={{ slug }}>
            See it as learners do
          </ButtonLink>
          <ButtonLink to="/curriculum" variant="default">
            All certifications
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

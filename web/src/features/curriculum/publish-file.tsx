import { Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { CurriculumPreview } from '@server/enrollments/moves/preview.contract';
import { base64Of } from '../../api/base64';
import { Refusal } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { counted, whenOf } from '../../ui/format';
import { Card } from '../../ui/section';
import { toastFault } from '../../ui/toast-store';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { Changes } from './changes';
import { draftsQuery, useOpenDraft } from './editor/draft-queries';
import { ImpactRows } from './editor/move-panel';
import { usePreviewCurriculum, usePublishCurriculum } from './curriculum-queries';

/** From a file to a release: first what it would change, then, when that is wanted, the release. */
export function usePublishFile() {
  const preview = usePreviewCurriculum();
  const publish = usePublishCurriculum();
  const { opener } = useFocusInPlace(preview.data !== undefined && !publish.data);
  // So that the same file can be chosen again, mended or not.
  const forget = useRef<() => void>(null);
  const read = async (file: File | null) => {
    if (!file) return;
    publish.reset();
    preview.mutate(await base64Of(file));
    forget.current?.();
  };
  const draft = useOpenDraft();
  const navigate = useNavigate();
  const takeIn = async (base64: string) => {
    try {
      const { slug } = await draft.mutateAsync({ base64 });
      await navigate({ to: '/curriculum/$slug', params: { slug } });
    } catch (error) {
      toastFault(messageOf(error));
    }
  };
  const button = (
    <FileButton accept=".yaml,.yml,.json" resetRef={forget} onChange={(file) => void read(file)}>
      {(props) => (
        <Button {...props} ref={opener} variant="default" loading={preview.isPending}>
          Import a file
        </Button>
      )}
    </FileButton>
  );
  const base64 = preview.variables;
  const fault = publish.error ?? preview.error;
  const told = (
    <>
      {publish.data && (
        <Callout title={`${publish.data.title}: release ${publish.data.release} is published`}>New enrollments take it. Those under way keep theirs.</Callout>
      )}
      {fault && <Faults error={fault} />}
      {preview.data && base64 !== undefined && !publish.data && (
        <Previewed
          preview={preview.data}
          isPublishing={publish.isPending}
          isTakingIn={draft.isPending}
          onPublish={() => publish.mutate(base64)}
          onTakeIn={() => void takeIn(base64)}
          onLeave={() => preview.reset()}
        />
      )}
    </>
  );
  return { button, told };
}

interface PreviewedProps {
  preview: CurriculumPreview;
  isPublishing: boolean;
  isTakingIn: boolean;
  onPublish: () => void;
  onTakeIn: () => void;
  onLeave: () => void;
}

function Previewed({ preview: { slug, title, current, changes, impact }, isPublishing, isTakingIn, onPublish, onTakeIn, onLeave }: PreviewedProps) {
  if (current !== null && changes.length === 0) return <Callout title={`${title} holds the same already`}>Release {current} stays as it is.</Callout>;
  const next = (current ?? 0) + 1;
  return (
    <Card
      title={current === null ? `${title} is new here` : `${title}: what release ${next} changes`}
      lead={current === null ? undefined : counted(changes.length, 'change')}
    >
      <div className="stack">
        <Changes changes={changes} />
        {impact.enrollments > 0 && (
          <div>
            <h3>Whom it concerns</h3>
            <p className="sm soft">Nothing happens to them by publishing: you decide afterwards whether to move them.</p>
            <ImpactRows levels={impact.levels} />
          </div>
        )}
        <Unpublished slug={slug} />
        <div className="row wrap">
          <Button loading={isPublishing} onClick={onPublish}>
            Publish release {next}
          </Button>
          <Button variant="default" loading={isTakingIn} onClick={onTakeIn}>
            Take it into the draft
          </Button>
          <Button variant="subtle" onClick={onLeave}>
            Leave it
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** What the draft holds that no release has: a file that is taken in takes its place. */
function Unpublished({ slug }: { slug: string }) {
  const { data } = useQuery(draftsQuery());
  const draft = data?.items.find((each) => each.slug === slug);
  if (!draft || (draft.release !== null && draft.changes === 0)) return null;
  const what = draft.release === null ? 'a draft that was never published' : `a draft with ${counted(draft.changes, 'unpublished change')}`;
  return (
    <Callout tone="near" title={`There is ${what}`}>
      Saved {whenOf(draft.savedAt)}
      {draft.savedBy ? ` by ${draft.savedBy.name}` : ''}. The changes above are told from the release, not from it. Taking the file in puts it in place of what
      the draft holds; that stays in its history.{' '}
      <Link to="/curriculum/$slug" params={{ slug }}>
        Look at the draft
      </Link>
    </Callout>
  );
}

/** Every fault of a refused file, by its place. */
function Faults({ error }: { error: Error }) {
  const faults = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return (
    <Callout tone="risk" alert title={faults.length > 0 ? `${counted(faults.length, 'thing')} to mend; nothing was published` : 'Nothing was published'}>
      {faults.length === 0 ? (
        messageOf(error)
      ) : (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{path === '' ? ofTheWhole(message) : <Placed path={path} message={message} />}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

const Placed = ({ path, message }: { path: string; message: string }) => (
  <>
    <code>{path}</code>: {message}
  </>
);

/** A fault of the file itself: a text, a picture, a list, where a curriculum belongs. */
const ofTheWhole = (message: string) =>
  message.includes('expected object') ? 'This is not a curriculum: the file holds no YAML or JSON with a title, levels and so on.' : message;

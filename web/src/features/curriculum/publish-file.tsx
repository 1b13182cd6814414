import { Button, FileButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { CurriculumPreview } from '@server/enrollments/moves/preview.contract';
import { Refusal } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { counted } from '../../ui/format';
import { Card } from '../../ui/section';
import { Changes } from './changes';
import { useOpenDraft } from './editor/draft-queries';
import { usePreviewCurriculum, usePublishCurriculum } from './curriculum-queries';

/** From a file to a release: first what it would change, then, when that is wanted, the release. */
export function usePublishFile() {
  const preview = usePreviewCurriculum();
  const publish = usePublishCurriculum();
  const read = async (file: File | null) => {
    if (!file) return;
    publish.reset();
    preview.mutate(await file.text());
  };
  const draft = useOpenDraft();
  const navigate = useNavigate();
  const takeIn = async (file: string) => {
    const { slug } = await draft.mutateAsync({ text: file });
    await navigate({ to: '/curriculum/$slug', params: { slug } });
  };
  const button = (
    <FileButton accept=".yaml,.yml,.json" onChange={(file) => void read(file)}>
      {(props) => (
        <Button {...props} variant="default" loading={preview.isPending}>
          Import a file
        </Button>
      )}
    </FileButton>
  );
  const text = preview.variables;
  const told = (
    <>
      {publish.data && (
        <Callout title={`${publish.data.title}: release ${publish.data.release} is published`}>New enrollments take it. Those under way keep theirs.</Callout>
      )}
      {(publish.error ?? preview.error) && <Faults error={(publish.error ?? preview.error)!} />}
      {preview.data && text !== undefined && !publish.data && (
        <Previewed
          preview={preview.data}
          isPublishing={publish.isPending}
          onPublish={() => publish.mutate(text)}
          onTakeIn={() => void takeIn(text)}
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
  onPublish: () => void;
  onTakeIn: () => void;
  onLeave: () => void;
}

function Previewed({ preview: { title, current, changes }, isPublishing, onPublish, onTakeIn, onLeave }: PreviewedProps) {
  if (current !== null && changes.length === 0) return <Callout title={`${title} holds the same already`}>Release {current} stays as it is.</Callout>;
  const next = (current ?? 0) + 1;
  return (
    <Card
      title={current === null ? `${title} is new here` : `${title}: what release ${next} changes`}
      lead={current === null ? undefined : counted(changes.length, 'change')}
    >
      <Changes changes={changes} />
      <div className="row wrap" style={{ marginTop: 16 }}>
        <Button loading={isPublishing} onClick={onPublish}>
          Publish release {next}
        </Button>
        <Button variant="default" onClick={onTakeIn}>
          Take it into the draft
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </Card>
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
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

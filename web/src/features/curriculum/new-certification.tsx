import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Title } from '@server/curriculum/curriculum-document.contract';
import { messageOf } from '../../ui/failed';
import { Card } from '../../ui/section';
import { textLimit } from '../../ui/text-limit';
import { useOpenDraft } from './editor/draft-queries';

/** A new certification begins with its name; everything else is written in the editor. */
export function NewCertification({ onLeave }: { onLeave: () => void }) {
  const [title, setTitle] = useState('');
  const open = useOpenDraft();
  const navigate = useNavigate();
  const begin = async () => {
    const { slug } = await open.mutateAsync({ title });
    await navigate({ to: '/curriculum/$slug', params: { slug } });
  };
  return (
    <Card title="A new certification" lead="Nobody sees it before you publish it.">
      <form
        className="row wrap"
        style={{ alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          void begin().catch(() => undefined);
        }}
      >
        <TextInput
          className="grow"
          label="Name"
          data-autofocus
          autoFocus
          required
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          {...textLimit(Title, title, open.error && messageOf(open.error))}
          miw={240}
        />
        <div className="row" style={{ marginTop: 27 }}>
          <Button type="submit" loading={open.isPending} disabled={!title.trim()}>
            Begin
          </Button>
          <Button variant="default" onClick={onLeave}>
            Leave it
          </Button>
        </div>
      </form>
    </Card>
  );
}

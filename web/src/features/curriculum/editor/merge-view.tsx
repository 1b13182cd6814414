import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mergeDraft, type Conflict, type Merge } from '@server/curriculum/drafts/draft.contract';
import { call } from '../../../api/call';
import { Callout } from '../../../ui/callout';
import { counted } from '../../../ui/format';
import { QueryRegion } from '../../../ui/query-region';
import { Column, Columns } from '../../../ui/columns';
import { Card, Section } from '../../../ui/section';
import { Changes } from '../changes';
import type { DraftEditor, EditorState } from './draft-editor';

/** Somebody else saved this draft meanwhile: both works side by side, and where they collide a choice. Nothing is lost either way. */
export function MergeView({ editor, state: { document, known } }: { editor: DraftEditor; state: EditorState }) {
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const query = useQuery({
    queryKey: ['drafts', known.slug, 'merge', known.revision, theirs],
    queryFn: () => call(mergeDraft, { params: { slug: known.slug }, body: { since: known.revision, document, theirs: [...theirs] } }),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  const choose = (key: string, isTheirs: boolean) => setTheirs((keys) => [...keys.filter((each) => each !== key), ...(isTheirs ? [key] : [])]);
  return (
    <QueryRegion query={query} what="The two works">
      {(merge) => (
        <Card title={`${merge.savedBy?.name ?? 'Somebody'} worked on this draft too`} lead="What each of you did is kept. Look it over, then save both in one.">
          <div className="stack" style={{ '--gap': '20px' } as React.CSSProperties}>
            <Conflicts merge={merge} theirs={theirs} onChoose={choose} />
            <Columns even>
              <Column>
                <Section bare title="You">
                  <Changes changes={merge.mine} />
                </Section>
              </Column>
              <Column>
                <Section bare title={merge.savedBy?.name ?? 'Somebody else'}>
                  <Changes changes={merge.theirs} />
                </Section>
              </Column>
            </Columns>
            <Button style={{ justifySelf: 'start' }} disabled={query.isFetching} onClick={() => void editor.replace(merge.document, 'merged', merge.revision)}>
              Save both
            </Button>
          </div>
        </Card>
      )}
    </QueryRegion>
  );
}

interface ConflictsProps {
  merge: Merge;
  theirs: readonly string[];
  onChoose: (key: string, isTheirs: boolean) => void;
}

function Conflicts({ merge: { conflicts, savedBy }, theirs, onChoose }: ConflictsProps) {
  if (conflicts.length === 0) return <Callout title="Nothing collides">You worked on different things.</Callout>;
  return (
    <div className="stack">
      <Callout tone="near" title={`${counted(conflicts.length, 'thing')} you both changed`}>
        Choose which stays. The other is kept in the history.
      </Callout>
      {conflicts.map((conflict) => (
        <Choice key={conflict.key} conflict={conflict} name={savedBy?.name ?? 'Theirs'} isTheirs={theirs.includes(conflict.key)} onChoose={onChoose} />
      ))}
    </div>
  );
}

interface ChoiceProps {
  conflict: Conflict;
  name: string;
  isTheirs: boolean;
  onChoose: ConflictsProps['onChoose'];
}

function Choice({ conflict: { key, mine, theirs }, name, isTheirs, onChoose }: ChoiceProps) {
  return (
    <Radio.Group label={mine.words} value={isTheirs ? 'theirs' : 'mine'} onChange={(value) => onChoose(key, value === 'theirs')}>
      <div className="stack" style={{ '--gap': '6px' } as React.CSSProperties}>
        <Radio value="mine" label={<Side who="You" change={mine} />} />
        <Radio value="theirs" label={<Side who={name} change={theirs} />} />
      </div>
    </Radio.Group>
  );
}

function Side({ who, change }: { who: string; change: Conflict['mine'] }) {
  const value = 'after' in change && typeof change.after !== 'object' ? String(change.after) : change.words;
  return (
    <>
      <b>{who}</b>: {value}
    </>
  );
}

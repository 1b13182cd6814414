import { Button } from '@mantine/core';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { Section } from '../../../ui/section';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { useEditor, useList } from './editor-context';
import { moved } from './document-path';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

type Level = DraftDocument['levels'][number];

interface Props {
  onGo: (part: string) => void;
  onAdd: () => void;
}

/** The levels in the order they are best taken. */
export function AboutLevels({ onGo, onAdd }: Props) {
  const { document, edit } = useEditor();
  const { path, items, remove, keyOf, fault } = useList<Level>('levels');
  const move = (from: number, to: number) => edit('levels order', { ...document, levels: inOrder(moved(items, from, to)) });
  return (
    <Section title="Levels" lead="In the order they are best taken; drag to change it.">
      <div id={path} tabIndex={-1}>
        {items.length === 0 && <p className={fault ? 'risk sm' : 'soft sm'}>None yet. A certification has at least one.</p>}
        <Sortable label="Levels" items={items} idOf={keyOf} nameOf={({ title }) => title || 'the new level'} onMove={move}>
          {({ slug, title }, index) => (
            <div className={classes.cardHead}>
              <button type="button" onClick={() => onGo(`level ${slug}`)}>
                {title || 'New level'}
              </button>
              <SmallIcon aria-label={`Retire ${title || 'the new level'}`} onClick={() => remove(index)}>
                <CloseIcon />
              </SmallIcon>
            </div>
          )}
        </Sortable>
        <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={onAdd} mt={8}>
          Add a level
        </Button>
      </div>
    </Section>
  );
}

export const inOrder = (levels: readonly Level[]): Level[] => levels.map((level, index) => ({ ...level, order: index + 1 }));

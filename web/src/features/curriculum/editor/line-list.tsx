import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { faultAt, useEditor, useList } from './editor-context';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

interface Props {
  name: string;
  label: string;
  /** What one entry is: 'mistake'. */
  one: string;
  hint?: string;
}

/** Sentences one below the other, in an order of their own; Enter begins the next. */
export function LineList({ name, label, one, hint }: Props) {
  const { path, items, add, set, move, removePlain, pathOf } = useList<string>(name);
  const editor = useEditor();
  const root = useRef<HTMLDivElement>(null);
  const focusOn = (index: number) => requestAnimationFrame(() => root.current?.querySelectorAll<HTMLElement>('textarea:not([aria-hidden])')[index]?.focus());
  const addOne = () => {
    add('');
    focusOn(items.length);
  };
  return (
    <div ref={root} id={path} role="group" aria-label={label}>
      <div className="field-label">{label}</div>
      {hint && <p className="sm soft">{hint}</p>}
      <Sortable label={label} items={items} idOf={(_, index) => String(index)} nameOf={(text, index) => text || `${one} ${index + 1}`} onMove={move}>
        {(text, index) => (
          <div className={classes.line}>
            <Textarea
              id={pathOf(index)}
              aria-label={`${one} ${index + 1}`}
              autosize
              minRows={1}
              value={text}
              error={faultAt(editor, pathOf(index))}
              onBlur={() => editor.touch(pathOf(index))}
              onChange={({ currentTarget }) => set(items.map((each, at) => (at === index ? currentTarget.value : each)))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey) return;
                event.preventDefault();
                if (index === items.length - 1) addOne();
                else focusOn(index + 1);
              }}
            />
            <SmallIcon aria-label={`Remove ${one} ${index + 1}`} onClick={() => removePlain(index)}>
              <CloseIcon />
            </SmallIcon>
          </div>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={addOne} mt={4}>
        Add a {one}
      </Button>
    </div>
  );
}

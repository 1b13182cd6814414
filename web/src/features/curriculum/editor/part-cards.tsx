import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AddIcon, ChevronDownIcon, ChevronRightIcon, CloseIcon, WarningIcon } from '../../../ui/icons';
import { Part, useEditor, useList, useOpenEntry } from './editor-context';
import { freeSlug } from '@server/curriculum/slug.contract';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

interface Named {
  slug: string;
  title?: string | undefined;
  name?: string | undefined;
  question?: string | undefined;
}

interface Props<Item extends Named> {
  /** Of the list in the part one is in. */
  list: string;
  label: string;
  /** What one is: 'project'. */
  one: string;
  /** What a new one begins with. */
  fresh?: Partial<Item>;
  /** The field of a new one that one goes on with. */
  first?: string;
  empty?: ReactNode;
  children: (item: Item) => ReactNode;
}

/** A list of parts that are written in detail: each a line until it is opened; a new one is open. */
export function PartCards<Item extends Named>({ list, label, one, fresh = {}, first = 'title', empty, children }: Props<Item>) {
  const { path, items, add, move, remove, pathOf, keyOf, taken } = useList<Item>(list);
  const [open, setOpen] = useOpenEntry(items.map((item, index) => ({ key: keyOf(item, index), path: pathOf(index) })));
  const begin = () => {
    const slug = freeSlug(`new ${one}`, taken());
    add({ slug, ...fresh } as Item, first);
    setOpen(slug);
  };
  return (
    <div id={path} tabIndex={-1}>
      {items.length === 0 && empty}
      <Sortable label={label} items={items} idOf={keyOf} nameOf={(item) => nameOf(item) || `the new ${one}`} onMove={move}>
        {(item, index) => (
          <Part path={pathOf(index)}>
            <Card
              path={pathOf(index)}
              title={nameOf(item)}
              one={one}
              isOpen={open === keyOf(item, index)}
              onToggle={() => setOpen(open === keyOf(item, index) ? undefined : keyOf(item, index))}
              onRemove={() => remove(index)}
            >
              {children(item)}
            </Card>
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={begin} mt={8}>
        Add a {one}
      </Button>
    </div>
  );
}

const nameOf = ({ title, name, question }: Named) => title ?? name ?? question ?? '';

interface CardProps {
  path: string;
  title: string;
  one: string;
  isOpen: boolean;
  onToggle: () => void;
  onRemove: () => void;
  children: ReactNode;
}

function Card({ path, title, one, isOpen, onToggle, onRemove, children }: CardProps) {
  const { known } = useEditor();
  const faults = known.faults.filter((fault) => fault.path.startsWith(`${path}.`)).length;
  const name = title || `New ${one}`;
  return (
    <div className={classes.card}>
      <div className={classes.cardHead}>
        <button type="button" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDownIcon size="s" /> : <ChevronRightIcon size="s" />}
          <span>{name}</span>
          {faults > 0 && !isOpen && (
            <span className="row sm soft">
              <WarningIcon size="s" />
              {faults} to mend
            </span>
          )}
        </button>
      </div>
      {isOpen && <div className={classes.cardBody}>{children}</div>}
      {/* Last, so that whoever goes on by key comes by all fields first. */}
      <SmallIcon aria-label={`Retire ${name}`} onClick={onRemove}>
        <CloseIcon />
      </SmallIcon>
    </div>
  );
}

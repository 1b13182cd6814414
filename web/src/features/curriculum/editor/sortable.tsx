import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names';
import { GripIcon } from '../../../ui/icons';
import { SmallIcon } from './small-icon';
import { neighbour } from './sortable-keys';
import classes from './sortable.module.css';

interface Props<Item> {
  /** What the list is of: 'Skills'. */
  label: string;
  items: readonly Item[];
  idOf: (item: Item, index: number) => string;
  /** What an item is called, for those who move it by ear. */
  nameOf: (item: Item, index: number) => string;
  onMove: (from: number, to: number) => void;
  /** Entries of several fields, which would run into one another. */
  apart?: boolean;
  children: (item: Item, index: number) => ReactNode;
}

/** A list whose entries are put in order by dragging, or by keyboard: Space on the handle, arrows, Space. */
export function Sortable<Item>({ label, items, idOf, nameOf, onMove, apart = false, children }: Props<Item>) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: neighbour }));
  const ids = items.map(idOf);
  const names = new Map(ids.map((id, index) => [id, nameOf(items[index]!, index)]));
  const ended = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const place = (id: string | number) => `place ${ids.indexOf(String(id)) + 1} of ${ids.length}`;
  const nameById = (id: string | number) => names.get(String(id)) ?? '';
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) => `${nameById(active.id)} is picked up, ${place(active.id)}.`,
    onDragOver: ({ active, over }: Over) => (over ? `${nameById(active.id)} is over ${place(over.id)}.` : undefined),
    onDragEnd: ({ active, over }: Over) => `${nameById(active.id)} is at ${place(over?.id ?? active.id)}.`,
    onDragCancel: ({ active }: { active: { id: string | number } }) => `${nameById(active.id)} stays where it was.`,
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={ended} accessibility={{ announcements }}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className={classNames(classes.list, apart && classes.apart)} aria-label={label}>
          {items.map((item, index) => (
            <Entry key={ids[index]} id={ids[index]!} name={names.get(ids[index]!) ?? ''}>
              {children(item, index)}
            </Entry>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

type Over = { active: { id: string | number }; over: { id: string | number } | null };

function Entry({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id });
  return (
    <li ref={setNodeRef} className={classes.entry} data-dragging={isDragging || undefined} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <SmallIcon {...attributes} {...listeners} className={classes.handle} aria-label={`Move ${name || 'this'}`}>
        <GripIcon />
      </SmallIcon>
      <div className="grow">{children}</div>
    </li>
  );
}

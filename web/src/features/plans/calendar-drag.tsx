import { DndContext, DragOverlay, MouseSensor, TouchSensor, pointerWithin, useSensor, useSensors, type Active, type DragEndEvent } from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import type { PlanItem } from '@server/plans/plans.contract';
import { dayInFull } from '../../ui/format';
import { Face } from './calendar-item';
import itemClasses from './calendar-item.module.css';
import classes from './calendar-drag.module.css';

interface Props {
  onMove: (item: PlanItem, date: string) => void;
  children: ReactNode;
}

const itemOf = (active: Active) => active.data.current?.item as PlanItem;

/** Carries items from day to day with a mouse or, after a short hold, a finger. By keyboard they move from their own menu. */
export function CalendarDrag({ onMove, children }: Props) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 6 } }),
  );
  const [carried, setCarried] = useState<PlanItem>();
  const ended = ({ active, over }: DragEndEvent) => {
    setCarried(undefined);
    const item = itemOf(active);
    if (over && over.id !== item.date) onMove(item, String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setCarried(itemOf(active))}
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={ended}
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => `${itemOf(active).title} is picked up.`,
          onDragOver: ({ over }) => (over ? dayInFull(String(over.id)) : undefined),
          onDragEnd: ({ active, over }) => (over ? `${itemOf(active).title} goes to ${dayInFull(String(over.id))}.` : `${itemOf(active).title} stays.`),
          onDragCancel: ({ active }) => `${itemOf(active).title} stays.`,
        },
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={`${itemClasses.item} ${classes.carried}`} data-kind={carried.kind}>
            <Face item={carried} whole={false} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

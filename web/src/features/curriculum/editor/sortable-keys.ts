import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

interface Sorted {
  sortable?: { items: readonly (string | number)[] };
}

/**
 * Where an arrow key takes what is picked up: onto the middle of its neighbour. The library's own way measures corners, and stays where it
 * is when a tall entry stands among low ones.
 */
export const neighbour: KeyboardCoordinateGetter = (event, { context: { active, over, droppableRects, collisionRect } }) => {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !active || !collisionRect) return undefined;
  event.preventDefault();
  const items = (active.data.current as Sorted | undefined)?.sortable?.items ?? [];
  const next = items[items.indexOf(over?.id ?? active.id) + step];
  const place = next === undefined ? undefined : droppableRects.get(next);
  return place && { x: collisionRect.left, y: place.top + place.height / 2 - collisionRect.height / 2 };
};

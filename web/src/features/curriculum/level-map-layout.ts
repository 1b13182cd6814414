import { levelsBefore, type WayLevel } from './level-ways';

/** A place on the map: a level, or where a line that skips a column passes through. Columns and rows count from 0. */
export interface MapCell {
  key: string;
  /** Null where only a line passes. */
  slug: string | null;
  column: number;
  row: number;
}

export interface MapEdge {
  from: string;
  to: string;
  rule: 'recommended' | 'enforced';
  /** Keys of the cells it goes through, both ends included. */
  through: string[];
}

export interface LevelMapLayout {
  columns: number;
  /** By column, then row: the order in which they are read. */
  cells: MapCell[];
  edges: MapEdge[];
}

/**
 * Where each level stands on the map. Its column is the longest way to it over prerequisites, so that every line leads onward; a level
 * that no line touches stands beside the last level that comes before it in order. Within a column levels stand near those they follow,
 * and a line that skips a column gets a place of its own in it, so that it crosses no level.
 */
export function levelMap(levels: readonly WayLevel[]): LevelMapLayout {
  const links = levels.flatMap((level) => levelsBefore(level, levels).map(({ level: before, rule }) => ({ from: before.slug, to: level.slug, rule })));
  const column = columnsOf(levels, links);
  const edges = links.map((link) => ({ ...link, through: stations(link, column) }));
  const columns = levels.length === 0 ? 0 : Math.max(...column.values()) + 1;
  const row = new Map<string, number>();
  const cells = Array.from({ length: columns }, (_, at) => {
    const own = levels.filter(({ slug }) => column.get(slug) === at).map(({ slug, order }) => ({ key: slug, slug: slug as string | null, order }));
    const passing = edges.flatMap(({ through }) => through.slice(1, -1).filter((key) => key.endsWith(`@${at}`)));
    const all = [...own, ...passing.map((key) => ({ key, slug: null, order: Infinity }))].map((cell) => ({ ...cell, near: nearness(cell.key, edges, row) }));
    all.sort((one, other) => compare(one.near, other.near) || compare(one.order, other.order));
    return all.map(({ key, slug }, index) => {
      row.set(key, index);
      return { key, slug, column: at, row: index };
    });
  });
  return { columns, cells: cells.flat(), edges };
}

type Link = Omit<MapEdge, 'through'>;

function columnsOf(levels: readonly WayLevel[], links: readonly Link[]): Map<string, number> {
  const depth = (slug: string): number => Math.max(0, ...links.filter(({ to }) => to === slug).map(({ from }) => depth(from) + 1));
  const isTouched = (slug: string) => links.some(({ from, to }) => from === slug || to === slug);
  const touched = levels.filter(({ slug }) => isTouched(slug));
  const beside = (order: number) => Math.max(0, ...touched.filter((each) => each.order < order).map(({ slug }) => depth(slug)));
  return new Map(levels.map(({ slug, order }) => [slug, isTouched(slug) ? depth(slug) : beside(order)]));
}

function stations({ from, to }: Link, column: ReadonlyMap<string, number>): string[] {
  const [start, end] = [column.get(from) ?? 0, column.get(to) ?? 0];
  return [from, ...Array.from({ length: end - start - 1 }, (_, index) => `${from}>${to}@${start + 1 + index}`), to];
}

/** The mean row of what lies before it on its lines; what follows nothing stands below what does. */
function nearness(key: string, edges: readonly MapEdge[], row: ReadonlyMap<string, number>): number {
  const before = edges.flatMap(({ through }) => row.get(through[through.indexOf(key) - 1] ?? '') ?? []);
  return before.length === 0 ? Infinity : before.reduce((sum, each) => sum + each, 0) / before.length;
}

const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const ROUND = 10;
const n = (value: number) => Math.round(value * 10) / 10;

/** A line from box to box, from the right edge of one to the left edge of the next; flat through those it only passes. */
export function lineAcross(boxes: readonly Box[]): string {
  const middle = ({ top, height }: Box) => n(top + height / 2);
  const [first, ...others] = boxes;
  if (!first) return '';
  let [x, y] = [n(first.left + first.width), middle(first)];
  let path = `M${x} ${y}`;
  others.forEach((box, index) => {
    const [left, at, half] = [n(box.left), middle(box), n((x + box.left) / 2)];
    path += `C${half} ${y} ${half} ${at} ${left} ${at}`;
    [x, y] = [n(box.left + box.width), at];
    if (index < others.length - 1) path += `H${x}`;
  });
  return path;
}

/** On the phone, where levels stand below one another: straight down to the next, else round by the margin, `lane` px out from the edge. */
export function lineDown(from: Box, to: Box, lane: number | null): string {
  const [left, end] = [n(from.left), n(to.left)];
  if (lane === null) return `M${n(from.left + 24)} ${n(from.top + from.height)}V${n(to.top)}`;
  const [start, stop] = [n(from.top + from.height / 2), n(to.top + to.height / 2)];
  const [x, round] = [n(from.left - lane), Math.min(ROUND, lane)];
  return `M${left} ${start}H${n(x + round)}Q${x} ${start} ${x} ${start + round}V${n(stop - round)}Q${x} ${stop} ${n(x + round)} ${stop}H${end}`;
}

/** For each line its lane in the margin, from 0, such that none lies on another; null where the two stand next to each other. */
export function lanesOf({ cells, edges }: LevelMapLayout): (number | null)[] {
  const order = new Map(cells.filter(({ slug }) => slug !== null).map(({ key }, index) => [key, index]));
  const taken: { lane: number; from: number; to: number }[] = [];
  return edges.map((edge) => {
    const [from, to] = [order.get(edge.from) ?? 0, order.get(edge.to) ?? 0];
    if (to - from === 1) return null;
    let lane = 0;
    while (taken.some((each) => each.lane === lane && each.from < to && from < each.to)) lane += 1;
    taken.push({ lane, from, to });
    return lane;
  });
}

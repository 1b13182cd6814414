/** Where levels stand on their map, and the lines between them: pure geometry, in pixels. */

export interface MapLevel {
  slug: string;
  /** Slugs of levels that come before, each a rule or a recommendation. */
  before: readonly { slug: string; rule: 'enforced' | 'recommended' }[];
}

export interface MapNode {
  slug: string;
  /** How many levels lead up to it at most. */
  layer: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MapLine {
  from: string;
  to: string;
  rule: 'enforced' | 'recommended';
  /** For the `d` of an SVG path. */
  path: string;
}

export interface LevelMap {
  width: number;
  height: number;
  nodes: MapNode[];
  lines: MapLine[];
}

export interface MapSize {
  /** 'across': layers from left to right; 'down': from top to bottom, for narrow screens. */
  direction: 'across' | 'down';
  /** Of a node; 'down' shares it out among those of a layer. */
  nodeWidth: number;
  nodeHeight: number;
  /** Between layers, where the lines run, and between nodes of one. */
  layerGap: number;
  gap: number;
}

/**
 * A level stands one layer after the furthest of those before it, so every line leads onward; within a layer levels keep their order.
 * @param levels in the order they are best taken; a reference to none of them, or round in a circle, draws no line
 */
export function levelMap(levels: readonly MapLevel[], { direction, nodeWidth, nodeHeight, layerGap, gap }: MapSize): LevelMap {
  const layerOf = layers(levels);
  const rows = [...new Set(layerOf.values())].sort((one, other) => one - other).map((layer) => levels.filter(({ slug }) => layerOf.get(slug) === layer));
  const widest = Math.max(1, ...rows.map(({ length }) => length));
  const nodes = rows.flatMap((row, layer) =>
    row.map(({ slug }, index): MapNode => {
      if (direction === 'down') {
        const width = (nodeWidth - gap * (row.length - 1)) / row.length;
        return { slug, layer, x: index * (width + gap), y: layer * (nodeHeight + layerGap), width, height: nodeHeight };
      }
      const free = (widest - row.length) * (nodeHeight + gap);
      return { slug, layer, x: layer * (nodeWidth + layerGap), y: free / 2 + index * (nodeHeight + gap), width: nodeWidth, height: nodeHeight };
    }),
  );
  const at = new Map(nodes.map((node) => [node.slug, node]));
  const lines = levels.flatMap(({ slug, before }) =>
    before.flatMap(({ slug: from, rule }): MapLine[] => {
      const [start, end] = [at.get(from), at.get(slug)];
      return start && end && start.layer < end.layer ? [{ from, to: slug, rule, path: curve(start, end, direction) }] : [];
    }),
  );
  const far = (edge: (node: MapNode) => number) => Math.max(0, ...nodes.map(edge));
  return { width: far(({ x, width }) => x + width), height: far(({ y, height }) => y + height), nodes, lines };
}

function layers(levels: readonly MapLevel[]): Map<string, number> {
  const bySlug = new Map(levels.map((level) => [level.slug, level]));
  const known = new Map<string, number>();
  const layer = (slug: string, way: readonly string[]): number => {
    const found = known.get(slug);
    if (found !== undefined) return found;
    const before = (bySlug.get(slug)?.before ?? []).filter((each) => bySlug.has(each.slug) && !way.includes(each.slug));
    const depth = Math.max(-1, ...before.map((each) => layer(each.slug, [...way, slug]))) + 1;
    if (way.length === 0) known.set(slug, depth);
    return depth;
  };
  for (const { slug } of levels) layer(slug, []);
  return known;
}

/** From the far side of one to the near side of the other, bent halfway. */
function curve(start: MapNode, end: MapNode, direction: MapSize['direction']): string {
  if (direction === 'down') {
    const [x1, y1, x2, y2] = [start.x + start.width / 2, start.y + start.height, end.x + end.width / 2, end.y];
    const half = (y1 + y2) / 2;
    return `M${x1} ${y1}C${x1} ${half} ${x2} ${half} ${x2} ${y2}`;
  }
  const [x1, y1, x2, y2] = [start.x + start.width, start.y + start.height / 2, end.x, end.y + end.height / 2];
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}

/** One band of a beacon, and whatever else it is drawn from, as SVG reads it. */
export interface BeaconShape {
  width: number;
  height: number;
  ball: { x: number; y: number; r: number };
  pole: string;
  /** From the ground up: the order in which they are painted. */
  bands: string[];
  ground: string;
}

const round = (n: number) => Math.round(n * 10) / 10;

/**
 * A beacon that fills width by height: a ball (radius 0.052 of the height, centred at 0.07), a pole, and below 0.2 of the height
 * `count` bands of equal height, whose half width grows evenly from 0.18 to 0.45 of the width.
 */
export function beaconShape(width: number, height: number, count: number): BeaconShape {
  const [middle, top, bottom, gap] = [width / 2, 0.2 * height, height - 0.5, width < 40 ? 2 : 3];
  const step = (bottom - top - gap * (count - 1)) / count;
  const half = (y: number) => width * (0.18 + (0.27 * (y - top)) / (bottom - top));
  const band = (index: number) => {
    const [from, to] = [top + index * (step + gap), top + index * (step + gap) + step];
    return `M${round(middle - half(from))} ${round(from)}H${round(middle + half(from))}L${round(middle + half(to))} ${round(to)}H${round(middle - half(to))}z`;
  };
  const ball = { x: middle, y: round(0.07 * height), r: round(0.052 * height) };
  return {
    width,
    height,
    ball,
    pole: `M${middle} ${round(ball.y + ball.r)}V${round(top)}`,
    bands: Array.from({ length: count }, (_, index) => band(count - 1 - index)),
    ground: `M${round(0.15 * width)} ${height - 1.5}h${round(0.7 * width)}`,
  };
}

/** A band for each quarter of an hour planned, two to four of them. */
export const bandsFor = (plannedMinutes: number): number => Math.min(4, Math.max(2, Math.round(plannedMinutes / 15)));

/** How many of a day's bands its minutes have painted: any study paints one, all of them only when the day's plan is done. */
export function bandsPainted(loggedMinutes: number, plannedMinutes: number, bands: number): number {
  if (loggedMinutes <= 0) return 0;
  if (loggedMinutes >= plannedMinutes) return bands;
  return Math.min(bands - 1, Math.max(1, Math.floor((loggedMinutes / plannedMinutes) * bands)));
}

/** Load over HTTP, and how to print what came of it. */
import autocannon from 'autocannon';

export const CONNECTIONS = 32;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

export interface Figures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

type Request = autocannon.Request;

/** @param next makes the request that comes next on a connection */
async function once(url: string, next: () => Request, seconds: number): Promise<Figures> {
  const requests = [{ setupRequest: (request: Request) => ({ ...request, ...next() }) }];
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  // 304 is what a conditional read is for.
  const refusals = result['4xx'] + result['5xx'];
  if (refusals > 0 || result.errors > 0) throw new Error(`${url}: ${refusals} refusals, ${result.errors} errors; the figures would be worth nothing`);
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

/** Both sides in turn, after a warm-up each; the median round of each, for machines are noisy. */
export async function compare(daymark: [string, () => Request], floor: [string, () => Request]): Promise<{ daymark: Figures; floor: Figures; ratio: number }> {
  for (const [url, next] of [daymark, floor]) await once(url, next, 3);
  const [ours, theirs]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await once(...daymark, SECONDS));
    theirs.push(await once(...floor, SECONDS));
  }
  const [d, f] = [median(ours), median(theirs)];
  return { daymark: d, floor: f, ratio: Math.round((d.perSecond / f.perSecond) * 1_000) / 1_000 };
}

const median = (figures: Figures[]): Figures => figures.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(figures.length / 2)]!;

/** A table for people, then one line of JSON for programs. */
export function report(name: string, { daymark, floor, ratio }: Awaited<ReturnType<typeof compare>>): void {
  const row = (who: string, { perSecond, p50Ms, p99Ms }: Figures) =>
    `${who.padEnd(10)} ${perSecond.toFixed(0).padStart(8)} ${p50Ms.toFixed(1).padStart(8)} ${p99Ms.toFixed(1).padStart(8)}`;
  console.log(`${name}: ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${SECONDS} s`);
  console.log(`${''.padEnd(10)} ${'per s'.padStart(8)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)}`);
  console.log(row('Daymark', daymark));
  console.log(row('floor', floor));
  console.log(`ratio ${ratio}`);
  console.log(JSON.stringify({ name, perSecond: Math.round(daymark.perSecond), floorPerSecond: Math.round(floor.perSecond), ratio, p99Ms: daymark.p99Ms }));
}

import { readLevel } from '../../src/curriculum/curriculum.contract.js';
import { openCalendarFeed, readCalendar } from '../../src/plans/calendar/calendar.contract.js';
import { readFile, uploadFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { ownAccount, renewSession, signOut } from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { Learner } from '../support/people.js';

const MEGABYTE = 1_048_576;
const DAY_MS = 86_400_000;
const today = (days = 0): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Larger than nginx takes unless it is told to, and no file that compresses well. */
const largeFile = (): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3 * MEGABYTE, 'a page of evidence\n')]);

/**
 * What a learner does in a first week, over whatever stands between them and Daymark. `address` is what links must lead to. Answers that
 * learner, signed in.
 */
export async function tellStory(url: string, address = url): Promise<Learner> {
  const learner = await new Learner(url).registers();
  await learner.enrolls({ examOn: today(60) });
  const level = await learner.call(readLevel, { params: { levelId: learner.enrollment.level.id } });
  const plan = await learner.plan();
  expect(plan.items.length).toBeGreaterThan(10);
  const [first, second, third] = level.skills.map(({ id }) => id);
  await learner.logs({ date: today(-1), minutes: 120, skillId: first });
  await learner.logs({ date: today(), minutes: 60, skillId: second });
  const entry = await learner.logs({ date: today(), minutes: 90, skillId: third });
  let readiness = await learner.readiness();
  // The worker computes it; the test's own limit ends the wait.
  while ((readiness.coversUntil ?? '') < entry.changedAt) readiness = await learner.readiness();
  expect(readiness).toMatchObject({ state: 'computed', score: expect.any(Number) });
  await keepFile(learner);
  await readFeed(learner, url, address);
  await learner.call(renewSession, {});
  return learner;
}

async function keepFile(learner: Learner): Promise<void> {
  const { enrollmentId } = learner;
  const bytes = largeFile();
  const { id } = await learner.call(uploadFile, { params: { enrollmentId }, query: { name: 'evidence.pdf' }, body: bytes as Uint8Array<ArrayBuffer> });
  const kept = await learner.call(readFile, { params: { enrollmentId, fileId: id } });
  expect(Buffer.compare(kept.bytes, bytes)).toBe(0);
}

/** A calendar program reads the address as Daymark gives it. */
async function readFeed(learner: Learner, url: string, address: string): Promise<void> {
  const feed = await learner.call(openCalendarFeed, {});
  expect(feed.url).toMatch(new RegExp(`^${address}/api/v1/calendars/`));
  const text = await (await fetch(feed.url!)).text();
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text.replaceAll('\r\n ', '')).toContain(`${address}/plan`);
  await new Caller(url).call(readCalendar, { params: { token: feed.url!.split('/').at(-1)! } });
}

/** After signing out neither the session nor its cookie is worth anything. */
export async function signsOut(learner: Learner): Promise<void> {
  learner.renews = false;
  await learner.call(signOut, {});
  expect(await learner.refused(ownAccount, {})).toMatchObject({ status: 401 });
}

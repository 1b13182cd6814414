import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { CalendarLinksService } from '../../src/plans/calendar/calendar-links.service.js';
import { openCalendarFeed, readCalendar, readCalendarFeed, readPlanItemEvent, revokeCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { changeExamDate, enroll, withdraw } from '../../src/enrollments/enrollments.contract.js';
import { endPause, pause } from '../../src/enrollments/life/life.contract.js';
import { addFixedDate, changeFixedDate, movePlanItem } from '../../src/plans/pins/pins.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import { deleteStudy } from '../../src/progress/progress.contract.js';
import { signOut } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner } from '../support/people.js';

const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();
const WORKSHOP = { kind: 'workshop', title: 'Kubernetes day', date: '2026-03-17', minutes: 60 } as const;

/** A level of another certification. */
const kubernetes = async (learner: Learner) => (await learner.call(readCertification, { params: { slug: 'kubernetes' } })).levels[0]!.id;

interface CalendarEvent {
  /** Without its revision. */
  text: string;
  summary: string;
  /** SEQUENCE, DTSTAMP and LAST-MODIFIED. */
  revision: readonly [number, string, string];
}

/** By the part of the UID before the @. */
function eventsOf(calendar: string): Map<string, CalendarEvent> {
  const parts = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
  return new Map(
    parts.map((part) => {
      const of = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(part.replaceAll('\r', ''))?.[1] ?? '';
      const text = part.replaceAll(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '');
      return [of('UID').replace('@daymark', ''), { text, summary: of('SUMMARY'), revision: [Number(of('SEQUENCE')), of('DTSTAMP'), of('LAST-MODIFIED')] }];
    }),
  );
}

function expectRevised({ text, revision }: CalendarEvent, before: CalendarEvent): void {
  expect(text).not.toBe(before.text);
  for (const [i, value] of revision.entries()) expect(value > before.revision[i]!).toBe(true);
}

describe('plans in a calendar program', () => {
  const daymark = startDaymark();
  const feedOf = async (learner: Learner) => {
    const { url } = await learner.call(openCalendarFeed, {});
    return { url: url!, token: url!.split('/').at(-1)! };
  };
  const read = async (token: string) => textOf(await daymark.visitor().call(readCalendar, { params: { token } }));

  it('are read at a secret address, by nobody in particular', async () => {
    const learner = await daymark.learner();
    const plan = await learner.plan();
    expect(await learner.call(readCalendarFeed, {})).toEqual({ url: null, createdAt: null });
    const { url, token } = await feedOf(learner);
    expect((await learner.call(readCalendarFeed, {})).url).toBe(url);
    const text = await read(token);
    for (const { id, date } of plan.items) {
      expect(text).toContain(`UID:${id}@daymark\r\n`);
      expect(text).toContain(`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}\r\n`);
    }
    expect(text).toContain('SUMMARY:Exam: MLOps Foundation\r\n');
  });

  it('have one address until it is revoked; then that one finds nothing, and a new one is another', async () => {
    const learner = await daymark.learner();
    const [{ token }, again] = [await feedOf(learner), await feedOf(learner)];
    expect(again.token).toBe(token);
    expect(await learner.call(revokeCalendarFeed, {})).toEqual({ url: null, createdAt: null });
    expect((await daymark.visitor().refused(readCalendar, { params: { token } })).status).toBe(404);
    const { token: next } = await feedOf(learner);
    expect(next).not.toBe(token);
    expect(await read(next)).toContain('BEGIN:VCALENDAR');
  });

  it('are not created for a session that has just ended, and the audit trail says who created and revoked them', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner()];
    const [session] = await daymark.database.query<{ id: string }[]>('select id from session where account_id = $1', [learner.id]);
    const me = { id: learner.id, roles: ['learner'] as const, sessionId: session!.id };
    await feedOf(learner);
    await learner.call(revokeCalendarFeed, {});
    // The guard of the route has let the request in already.
    await learner.call(signOut, {});
    await expect(daymark.app.get(CalendarLinksService).create(me)).rejects.toMatchObject({ kind: { slug: 'not-signed-in' } });
    expect(await daymark.database.query('select from calendar_feed where account_id = $1', [learner.id])).toEqual([]);
    const { items } = await admin.call(listAuditEntries, { query: { person: learner.id } });
    expect(items.map(({ act }) => act)).toEqual(['calendar-link-revoked', 'calendar-link-created']);
  });

  it('are not found by guessing', async () => {
    const { token } = await feedOf(await daymark.learner());
    for (const guess of ['x', token.replace(/^./, (first) => (first === '0' ? '1' : '0')), `${token.slice(0, 36)}.AAAA.ics`])
      expect((await daymark.visitor().refused(readCalendar, { params: { token: guess } })).status).toBe(404);
  });

  it('cost nothing while nothing changes: the same tag, and 304 to who has it', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { token } = await feedOf(learner);
    const ask = (tag?: string) => fetch(`${daymark.url}/api/v1/calendars/${token}`, { headers: tag ? { 'if-none-match': tag } : {} });
    const first = await ask();
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const second = await ask(tag);
    expect([second.status, await second.text()]).toEqual([304, '']);
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: '2026-05-01' } });
    await learner.plan();
    const third = await ask(tag);
    expect(third.status).toBe(200);
    expect(await third.text()).toContain('DTSTART;VALUE=DATE:20260501');
  });

  it('raise the revision of an event when it is ticked', async () => {
    const learner = await daymark.learner();
    const [item, next] = (await learner.plan()).items;
    const { token } = await feedOf(learner);
    const before = eventsOf(await read(token));
    const entry = await learner.logs({ date: item!.date, minutes: item!.minutes, skillId: item!.skillId, planItemId: item!.id });
    const after = eventsOf(await read(token));
    expect(after.get(item!.id)!.summary).toBe(`✓ ${before.get(item!.id)!.summary}`);
    expectRevised(after.get(item!.id)!, before.get(item!.id)!);
    expect(after.get(next!.id)).toEqual(before.get(next!.id));
    await learner.call(deleteStudy, { params: { enrollmentId: learner.enrollmentId, entryId: entry.id } });
    expectRevised(eventsOf(await read(token)).get(item!.id)!, after.get(item!.id)!);
  });

  it('raise the revision of the exam as soon as its date moves, before the plan is made again', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { token } = await feedOf(learner);
    const exam = async () => eventsOf(await read(token)).get(`${learner.enrollmentId}-exam`)!;
    const before = await exam();
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: '2026-05-02' } });
    const moved = await exam();
    expect(moved.text).toContain('DTSTART;VALUE=DATE:20260502');
    expectRevised(moved, before);
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: '2026-04-01' } });
    expectRevised(await exam(), moved);
  });

  it('follow every change that shows, and nothing else: another text has a later revision, the same text is the same to the byte', async () => {
    const learner = await daymark.learner();
    const plan = await learner.plan();
    const params = { enrollmentId: learner.enrollmentId };
    const otherLevel = await kubernetes(learner);
    const { token } = await feedOf(learner);
    const [item, second] = plan.items;
    let workshop = '';
    const changes: Record<string, () => Promise<unknown>> = {
      nothing: () => Promise.resolve(),
      'an item is done': () => learner.logs({ date: item!.date, minutes: item!.minutes, skillId: item!.skillId, planItemId: item!.id }),
      'an item is pinned elsewhere': () => learner.call(movePlanItem, { params: { ...params, itemId: second!.id }, body: { date: '2026-03-07' } }),
      'a workshop is added': async () => (workshop = (await learner.call(addFixedDate, { params, body: WORKSHOP })).id),
      'the workshop moves': () => learner.call(changeFixedDate, { params: { ...params, fixedDateId: workshop }, body: { ...WORKSHOP, date: '2026-03-18' } }),
      'the exam moves': () => learner.call(changeExamDate, { params, body: { examOn: '2026-05-10' } }),
      'the plan is made again': () => learner.plan(),
      'the learner pauses': () => learner.call(pause, { params, body: {} }),
      'the learner resumes': () => learner.call(endPause, { params }),
      'a second level is begun': () => learner.call(enroll, { body: { levelId: otherLevel, examOn: '2026-08-01', availability: EVENINGS } }),
      'the curriculum renames the level': () => daymark.database.query(`update level set title = 'MLOps Basics' where id = $1`, [learner.enrollment.level.id]),
      'the level is called as before': () => daymark.database.query(`update level set title = $2 where id = $1`, [learner.enrollment.level.id, learner.enrollment.level.title]), // prettier-ignore
    };
    const last = new Map<string, CalendarEvent>();
    const seen: string[] = [];
    for (const [what, change] of Object.entries(changes)) {
      await change();
      const text = await read(token);
      expect(await read(token)).toBe(text);
      for (const [uid, event] of eventsOf(text)) {
        const before = last.get(uid);
        if (before?.text === event.text) expect(event).toEqual(before);
        else if (before) expectRevised(event, before);
        if (before && before.text !== event.text) seen.push(what);
        last.set(uid, event);
      }
    }
    // The changes that an event which was there before must show.
    for (const what of [
      'an item is done',
      'an item is pinned elsewhere',
      'the workshop moves',
      'the exam moves',
      'a second level is begun',
      'the curriculum renames the level',
    ])
      // prettier-ignore
      expect(seen).toContain(what);
    expect(seen).not.toContain('nothing');
  });

  it('show workshops', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { id } = await learner.call(addFixedDate, { params: { enrollmentId: learner.enrollmentId }, body: WORKSHOP });
    const event = eventsOf(await read((await feedOf(learner)).token)).get(id)!;
    expect(event).toMatchObject({ summary: 'Kubernetes day' });
    expect(event.text).toContain('DTSTART;VALUE=DATE:20260317');
  });

  it('show nothing during a pause, and the work again after it', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { token } = await feedOf(learner);
    const params = { enrollmentId: learner.enrollmentId };
    await learner.call(pause, { params, body: {} });
    expect(await read(token)).not.toContain('BEGIN:VEVENT');
    await learner.call(pause, { params, body: { untilOn: '2026-03-20' } });
    expect([...eventsOf(await read(token)).keys()]).toEqual([`${learner.enrollmentId}-exam`]);
    await learner.call(endPause, { params });
    await learner.plan();
    expect(eventsOf(await read(token)).size).toBeGreaterThan(3);
  });

  it('name the level in each title where there are two', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { token } = await feedOf(learner);
    expect(await read(token)).not.toContain(`(${learner.enrollment.level.title})`);
    const second = await learner.call(enroll, { body: { levelId: await kubernetes(learner), examOn: '2026-08-01', availability: EVENINGS } });
    await learner.call(readPlan, { params: { enrollmentId: second.id } });
    const studies = [...eventsOf(await read(token)).values()].filter(({ text }) => /CATEGORIES:(study|project)/.test(text));
    expect(studies.length).toBeGreaterThan(0);
    for (const { summary } of studies) expect([learner.enrollment.level.title, second.level.title].some((level) => summary.endsWith(`(${level})`))).toBe(true);
  });

  it('leave out a level that one no longer prepares for', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    const { token } = await feedOf(learner);
    await learner.call(withdraw, { params: { enrollmentId: learner.enrollmentId } });
    expect(await read(token)).not.toContain('BEGIN:VEVENT');
  });

  it('can be saved one by one, by who may read them', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const [item] = (await learner.plan()).items;
    const params = { enrollmentId: learner.enrollmentId, itemId: item!.id };
    const event = await learner.call(readPlanItemEvent, { params });
    expect(event.name).toBe(`${item!.date}.ics`);
    expect(textOf(event).match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await other.refused(readPlanItemEvent, { params })).status).toBe(404);
    expect((await learner.refused(readPlanItemEvent, { params: { ...params, itemId: learner.enrollmentId } })).status).toBe(404);
  });
});

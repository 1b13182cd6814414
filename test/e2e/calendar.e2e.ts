import { openCalendarFeed, readCalendar, readCalendarFeed, readPlanItemEvent, revokeCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { changeExamDate, withdraw } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

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

  it('grow in sequence when they change, and tick what is done', async () => {
    const learner = await daymark.learner();
    const [item] = (await learner.plan()).items;
    const { token } = await feedOf(learner);
    const exam = (text: string) => Number(new RegExp(`${learner.enrollmentId}-exam[^]*?SEQUENCE:(\\d+)`).exec(text.replaceAll(/\r\n /g, ''))?.[1]);
    const before = exam(await read(token));
    await learner.logs({ date: item!.date, minutes: item!.minutes, skillId: item!.skillId, planItemId: item!.id });
    expect(await read(token)).toContain('SUMMARY:✓ ');
    daymark.clock.pass({ minutes: 5 });
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: '2026-05-02' } });
    await learner.plan();
    expect(exam(await read(token))).toBeGreaterThan(before);
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

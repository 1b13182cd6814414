import { randomUUID } from 'node:crypto';
import { changeExamDate, recordOutcome } from '../../src/enrollments/enrollments.contract.js';
import {
  addBreak,
  changeBreak,
  importAvailability,
  MOST_BREAKS,
  MOST_EXCEPTIONS,
  readAvailability,
  removeAvailabilityException,
  removeBreak,
  setAvailabilityException,
} from '../../src/enrollments/availability/availability.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

const of = (learner: Learner) => ({ enrollmentId: learner.enrollmentId });
const read = (learner: Learner) => learner.call(readAvailability, { params: of(learner) });
const holiday = (fromOn: string, toOn: string) => ({ kind: 'holiday' as const, fromOn, toOn, note: 'By the sea' });
const planned = async (learner: Learner) => (await learner.plan()).items.map(({ date }) => date);

describe('when somebody can study', () => {
  const daymark = startDaymark();

  it('is the usual week, single dates and breaks, and each of them moves the plan', async () => {
    const learner = await daymark.learner();
    expect(await planned(learner)).toContain('2026-03-03');
    const params = { ...of(learner), date: '2026-03-03' };
    expect(await learner.call(setAvailabilityException, { params, body: { minutes: 0, reason: 'Concert' } })).toEqual({
      date: '2026-03-03',
      minutes: 0,
      reason: 'Concert',
    });
    await learner.call(setAvailabilityException, { params: { ...params, date: '2026-03-06' }, body: { minutes: 90 } });
    const { id } = await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-09', '2026-03-12') });

    const dates = await planned(learner);
    expect(dates).toContain('2026-03-06');
    for (const free of ['2026-03-03', '2026-03-09', '2026-03-12']) expect(dates).not.toContain(free);
    expect(await read(learner)).toMatchObject({
      ...{ today: '2026-03-02', timeZone: 'UTC', dayStartMinutes: 0, pause: null },
      week: { monday: 60, friday: 0 },
      exceptions: [
        { date: '2026-03-03', minutes: 0, reason: 'Concert' },
        { date: '2026-03-06', minutes: 90, reason: '' },
      ],
      breaks: [{ id, kind: 'holiday', fromOn: '2026-03-09', toOn: '2026-03-12', note: 'By the sea' }],
      settable: { exceptions: { from: '2026-03-02', to: '2027-04-01' }, illness: { from: '2026-03-02' } },
    });

    await learner.call(removeAvailabilityException, { params });
    await learner.call(removeAvailabilityException, { params });
    await learner.call(removeBreak, { params: { ...of(learner), breakId: id } });
    expect(await planned(learner)).toEqual(expect.arrayContaining(['2026-03-03', '2026-03-09']));
  });

  it("shows in the week of Today as rest, and is nobody else's business", async () => {
    const learner = await daymark.learner();
    await learner.call(setAvailabilityException, { params: { ...of(learner), date: '2026-03-05' }, body: { minutes: 0 } });
    await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-07', '2026-03-07') });
    expect((await learner.today()).week.filter(({ rest }) => rest).map(({ date }) => date)).toEqual(['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']);
    const stranger = await daymark.learner();
    expect(await stranger.refused(readAvailability, { params: of(learner) })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(addBreak, { params: of(learner), body: holiday('2026-03-10', '2026-03-11') })).toMatchObject({ type: '/problems/not-found' });
  });

  it('is set for dates ahead, up to a year after the exam, with numbers of minutes that a day has', async () => {
    const learner = await daymark.learner();
    const on = (date: string, minutes = 0) => learner.refused(setAvailabilityException, { params: { ...of(learner), date }, body: { minutes } });
    expect(await on('2026-03-01')).toMatchObject({ type: '/problems/date-not-settable', from: '2026-03-02', to: '2027-04-01' });
    expect(await on('2027-04-02')).toMatchObject({ type: '/problems/date-not-settable' });
    expect(await on('2026-03-10', 961)).toMatchObject({ type: '/problems/invalid-input', errors: [{ path: 'body.minutes' }] });
    expect(await on('2026-02-30')).toMatchObject({ type: '/problems/invalid-input' });
    expect(await learner.refused(removeAvailabilityException, { params: { ...of(learner), date: '2026-03-01' } })).toMatchObject({
      type: '/problems/date-not-settable',
    });
  });

  it('stays small: so many dates and breaks ahead, and no more', async () => {
    const learner = await daymark.learner();
    const by = [learner.enrollmentId, learner.id, daymark.clock.now().toString()];
    await daymark.database.query(
      `insert into availability_exception select $1, date '2026-03-03' + n, 0, '', 'hand', $3, $2 from generate_series(1, ${MOST_EXCEPTIONS - 10}) n where n < 390`,
      by,
    );
    await daymark.database.query(
      `insert into availability_exception select $1, date '2027-05-01' + n, 0, '', 'hand', $3, $2 from generate_series(1, 11) n`,
      by,
    );
    await daymark.database.query(
      `insert into study_break select gen_random_uuid(), $1, 'other', date '2027-06-01' + n, date '2027-06-01' + n, '', 'hand', $3, $2 from generate_series(1, ${MOST_BREAKS}) n`,
      by,
    );
    const body = { minutes: 0 };
    expect(await learner.refused(setAvailabilityException, { params: { ...of(learner), date: '2026-03-03' }, body })).toMatchObject({
      type: '/problems/availability-full',
    });
    await learner.call(setAvailabilityException, { params: { ...of(learner), date: '2026-03-05' }, body });
    expect(await learner.refused(addBreak, { params: of(learner), body: holiday('2026-03-10', '2026-03-11') })).toMatchObject({
      type: '/problems/availability-full',
    });
  });

  it('stays as it was once the exam is passed', async () => {
    const learner = await daymark.learner();
    const breakId = (await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-10', '2026-03-11') })).id;
    await learner.call(recordOutcome, { params: of(learner), body: { takenOn: '2026-03-02', result: 'passed' } });
    const date = { ...of(learner), date: '2026-03-10' };
    const refused = [
      await learner.refused(setAvailabilityException, { params: date, body: { minutes: 0 } }),
      await learner.refused(removeAvailabilityException, { params: date }),
      await learner.refused(addBreak, { params: of(learner), body: holiday('2026-03-20', '2026-03-21') }),
      await learner.refused(changeBreak, { params: { ...of(learner), breakId }, body: holiday('2026-03-20', '2026-03-21') }),
      await learner.refused(removeBreak, { params: { ...of(learner), breakId } }),
      await learner.refused(importAvailability, { params: of(learner), body: bytes(calendar()) }),
    ];
    for (const problem of refused) expect(problem).toMatchObject({ type: '/problems/state-forbids', state: 'passed' });
  });
});

describe('a break', () => {
  const daymark = startDaymark();

  it('shares no date with another, in order and not for ever', async () => {
    const learner = await daymark.learner();
    const first = await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-10', '2026-03-14') });
    const refused = (fromOn: string, toOn: string) => learner.refused(addBreak, { params: of(learner), body: holiday(fromOn, toOn) });
    expect(await refused('2026-03-14', '2026-03-20')).toMatchObject({ type: '/problems/breaks-overlap', breakId: first.id });
    expect(await refused('2026-03-20', '2026-03-19')).toMatchObject({ type: '/problems/break-not-possible' });
    expect(await refused('2026-03-20', '2027-04-01')).toMatchObject({
      type: '/problems/break-not-possible',
      detail: expect.stringContaining('378 days') as string,
    });
    expect(await refused('2026-03-01', '2026-03-03')).toMatchObject({ type: '/problems/break-not-possible', from: '2026-03-02' });
    const second = await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-20', '2026-03-21') });
    const change = (breakId: string, fromOn: string, toOn: string) => ({ params: { ...of(learner), breakId }, body: holiday(fromOn, toOn) });
    expect(await learner.refused(changeBreak, change(second.id, '2026-03-12', '2026-03-21'))).toMatchObject({ type: '/problems/breaks-overlap' });
    expect(await learner.refused(changeBreak, change(second.id, '2026-03-01', '2026-03-21'))).toMatchObject({ type: '/problems/break-not-possible' });
    expect(await learner.call(changeBreak, change(second.id, '2026-03-19', '2026-03-22'))).toMatchObject({ fromOn: '2026-03-19' });
    expect(await learner.refused(changeBreak, change(randomUUID(), '2026-03-25', '2026-03-26'))).toMatchObject({ type: '/problems/not-found' });
  });

  it('set by several requests at once is set once', async () => {
    const learner = await daymark.learner();
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map(() => learner.call(addBreak, { params: of(learner), body: holiday('2026-03-10', '2026-03-14') })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read(learner)).breaks).toHaveLength(1);
  });

  it('that is over stays; one under way can end earlier, and what is behind stays a break', async () => {
    const learner = await daymark.learner();
    const over = await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-03', '2026-03-04') });
    const underWay = await learner.call(addBreak, { params: of(learner), body: holiday('2026-03-09', '2026-03-20') });
    daymark.clock.setTo('2026-03-12T09:00:00Z');
    const params = (breakId: string) => ({ ...of(learner), breakId });
    expect(await learner.refused(removeBreak, { params: params(over.id) })).toMatchObject({ type: '/problems/break-is-over' });
    expect(await learner.refused(changeBreak, { params: params(over.id), body: holiday('2026-03-03', '2026-03-20') })).toMatchObject({
      type: '/problems/break-is-over',
    });
    await learner.call(changeBreak, { params: params(underWay.id), body: holiday('2026-03-09', '2026-03-18') });
    await learner.call(removeBreak, { params: params(underWay.id) });
    expect((await read(learner)).breaks.map(({ toOn }) => toOn)).toEqual(['2026-03-04', '2026-03-11']);
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('for an illness may begin two weeks back, and the days that were missed break no streak', async () => {
    const learner = await daymark.learner();
    for (const date of ['2026-03-02', '2026-03-03']) {
      daymark.clock.setTo(`${date}T18:00:00Z`);
      await learner.today();
      await learner.logs({ date, minutes: 60 });
    }
    daymark.clock.setTo('2026-03-12T09:00:00Z');
    expect((await learner.today()).streak).toBe(0);
    const ill = { kind: 'illness' as const, fromOn: '2026-03-04', toOn: '2026-03-11' };
    await learner.call(addBreak, { params: of(learner), body: ill });
    expect((await learner.today()).streak).toBe(2);
    const tooEarly = await learner.refused(addBreak, { params: of(learner), body: { ...ill, fromOn: '2026-02-20', toOn: '2026-03-01' } });
    expect(tooEarly).toMatchObject({ type: '/problems/break-not-possible', from: '2026-03-02' });
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });
});

const event = (...lines: string[]) => ['BEGIN:VEVENT', `UID:${randomUUID()}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];
const calendar = (...events: string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const bytes = (text: string) => new TextEncoder().encode(text);
const HOLIDAYS = calendar(
  event('SUMMARY:Good Friday', 'DTSTART;VALUE=DATE:20260403', 'DTEND;VALUE=DATE:20260404'),
  event('SUMMARY:Midsummer', 'DTSTART;VALUE=DATE:20200624', 'RRULE:FREQ=YEARLY'),
  event('SUMMARY:Family Friday', 'DTSTART;VALUE=DATE:20260306', 'RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=1FR', 'EXDATE;VALUE=DATE:20260501'),
  event('SUMMARY:Week of the year', 'DTSTART;VALUE=DATE:20260511', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'),
  event('SUMMARY:Month 13', 'DTSTART;VALUE=DATE:20261345'),
  event('SUMMARY:Birthday', 'DTSTART;VALUE=DATE:16040512', 'RRULE:FREQ=YEARLY'),
  event('SUMMARY:By the sea', 'DTSTART;VALUE=DATE:20260309', 'DTEND;VALUE=DATE:20260314'),
  event('SUMMARY:Dentist', 'DTSTART:20260310T080000Z', 'DTEND:20260310T090000Z'),
);

describe('a calendar of holidays', () => {
  const daymark = startDaymark();

  it('is looked at first, then sets free dates and breaks, and sets nothing again', async () => {
    const learner = await daymark.learner();
    const send = (dryRun?: 'true') => learner.call(importAvailability, { params: of(learner), ...(dryRun && { query: { dryRun } }), body: bytes(HOLIDAYS) });
    const expected = {
      exceptions: [
        { date: '2026-03-06', minutes: 0, reason: 'Family Friday' },
        { date: '2026-04-03', minutes: 0, reason: 'Good Friday, Family Friday' },
        { date: '2026-05-11', minutes: 0, reason: 'Week of the year' },
        { date: '2026-06-24', minutes: 0, reason: 'Midsummer' },
      ],
      breaks: [{ kind: 'holiday', fromOn: '2026-03-09', toOn: '2026-03-13', note: 'By the sea' }],
      skipped: [
        { title: 'Month 13', why: 'its start is not a date: 20261345' },
        { title: 'Birthday', why: 'starts before 1900: 1604-05-12' },
        { title: 'Dentist', why: 'not a whole day' },
      ],
      skippedCount: 3,
    };
    expect(await send('true')).toEqual({ dryRun: true, ...expected });
    expect((await read(learner)).breaks).toEqual([]);
    expect(await send()).toEqual({ dryRun: false, ...expected });
    expect(await read(learner)).toMatchObject({ exceptions: expected.exceptions, breaks: expected.breaks });
    expect(await planned(learner)).not.toContain('2026-03-10');
    const again = await send();
    expect(again).toMatchObject({ exceptions: [], breaks: [] });
    expect([again.skipped.length, again.skippedCount]).toEqual([8, 8]);
  });

  it('is refused where the file is no calendar, with what it is; nothing is set', async () => {
    const learner = await daymark.learner();
    const refused = (text: string) => learner.refused(importAvailability, { params: of(learner), body: bytes(text) });
    expect(await refused('<!DOCTYPE html><html>Sign in</html>')).toMatchObject({
      ...{ type: '/problems/calendar-not-readable', status: 422 },
      detail: expect.stringMatching(/^This is a web page, not a calendar.* Nothing has changed\.$/) as string,
    });
    expect(await refused('')).toMatchObject({ detail: expect.stringContaining('This file is empty.') as string });
    expect((await read(learner)).exceptions).toEqual([]);
  });

  it('may be of any age: past events count against nothing, and 100 of those that set nothing are named', async () => {
    const learner = await daymark.learner();
    const past = Array.from({ length: 20_000 }, (_, n) => event(`SUMMARY:Day ${n}`, 'DTSTART;VALUE=DATE:20200101', `DESCRIPTION:${'x'.repeat(60)}`));
    const body = bytes(calendar(...past, event('SUMMARY:Off', 'DTSTART;VALUE=DATE:20260403'), event('SUMMARY:Broken')));
    expect(body.length).toBeGreaterThan(3_000_000);
    const found = await learner.call(importAvailability, { params: of(learner), query: { dryRun: 'true' }, body });
    expect(found).toMatchObject({ exceptions: [{ date: '2026-04-03', reason: 'Off' }], skippedCount: 20_001 });
    expect(found.skipped).toHaveLength(100);
    expect(found.skipped.slice(0, 2)).toEqual([
      { title: 'Broken', why: 'has no start date' },
      { title: 'Day 0', why: 'not between 2026-03-02 and 2027-04-01' },
    ]);
    const tooLarge = await learner.refused(importAvailability, { params: of(learner), body: bytes(`BEGIN:VCALENDAR\r\n${'x'.repeat(10 * 1_048_576)}`) });
    expect(tooLarge).toMatchObject({ type: '/problems/body-too-large', detail: expect.stringContaining('The limit is 10 MB') });
  });

  it('is read in the zone of the learner', async () => {
    const learner = await daymark.learner({ timeZone: 'Europe/Berlin' });
    const body = bytes(
      calendar(
        event('SUMMARY:Leave', 'DTSTART:20260330T220000Z', 'DTEND:20260401T220000Z'),
        event('SUMMARY:Series', 'DTSTART;VALUE=DATE:20260504', 'RRULE:FREQ=DAILY;UNTIL=20260505T220000Z', 'EXDATE:20260504T220000Z'),
      ),
    );
    expect(await learner.call(importAvailability, { params: of(learner), body })).toMatchObject({
      breaks: [{ fromOn: '2026-03-31', toOn: '2026-04-01', note: 'Leave' }],
      exceptions: [{ date: '2026-05-04' }, { date: '2026-05-06' }],
      skipped: [],
    });
  });

  it('with more breaks than are kept is refused', async () => {
    const learner = await daymark.learner();
    await learner.call(changeExamDate, { params: of(learner), body: { examOn: '2027-03-01' } });
    const two = (n: number) => `20${26 + Math.floor((n + 3) / 12)}${String(((n + 3) % 12) + 1).padStart(2, '0')}`;
    const spans = Array.from({ length: MOST_BREAKS + 1 }, (_, n) => event(`SUMMARY:${n}`, `DTSTART;VALUE=DATE:${two(Math.floor(n / 4))}${String((n % 4) * 7 + 1).padStart(2, '0')}`, 'DURATION:P2D')); // prettier-ignore
    expect(await learner.refused(importAvailability, { params: of(learner), body: bytes(calendar(...spans)) })).toMatchObject({
      type: '/problems/availability-full',
    });
  });
});

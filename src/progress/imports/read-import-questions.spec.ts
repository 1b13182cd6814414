import { fixture, open, read, rolesOf, rowsOf, skill } from '../../../test/support/study-tables.js';
import { longDays } from './study-rows.js';

describe('what a table leaves open', () => {
  it('is asked: the unit of a whole number under "Duration"', () => {
    const found = read('date,duration\n2026-11-02,900\n');
    expect(found.questions).toMatchObject([{ id: 'unit', answer: null, proposed: 'minutes', column: 1 }]);
    expect(rowsOf(read('date,duration\n2026-11-02,900\n', { unit: 'seconds' }))).toEqual([['2026-11-02', 15, '']]);
    expect(open(read('date,duration\n2026-11-02,900\n', { unit: 'seconds' }))).toEqual([]);
  });

  it('is asked: minutes and seconds, or hours and minutes', () => {
    const found = fixture('46-mmss');
    expect(found.questions).toMatchObject([{ id: 'clock', proposed: 'm:ss', answer: null }]);
    expect(rowsOf(found).map(([, minutes]) => minutes)).toEqual([20, 5]);
    const hours = fixture('46-mmss', { clock: 'h:mm' });
    expect([open(hours), longDays(hours.entries, new Map())]).toEqual([[], [{ row: 2, message: '20 h on one day, 2026-11-04' }]]);
    expect(rowsOf(fixture('38-pomodoro'))).toEqual([['2026-11-02', 25, '']]);
    expect(open(fixture('38-pomodoro'))).toEqual([]);
  });

  it('is asked: the order of day and month, unless one row settles it', () => {
    expect(open(read('date,minutes\n02/11/2026,30\n03/11/2026,30'))).toEqual(['dateOrder']);
    const settled = read('date,minutes\n02/11/2026,30\n13/11/2026,30');
    expect([open(settled), rowsOf(settled)[0]?.[0]]).toEqual([[], '2026-11-02']);
    expect(rowsOf(read('date,minutes\n11/02/2026,30\n11/13/2026,30'))[0]?.[0]).toBe('2026-11-02');
    expect(open(read('date,minutes\n10/10/2026,30'))).toEqual([]);
    expect(rowsOf(read('date,minutes\n02/11/26,30', { dateOrder: 'day-first' }))).toEqual([['2026-11-02', 30, '']]);
  });

  it('is asked: a column called Time, if no other column says how long', () => {
    const found = read('date,time,note\n2026-11-02,19:00,x');
    expect(found.questions).toMatchObject([{ id: 'columns', column: 1, proposed: 'start', answer: null }]);
    const short = read('date,time\n2026-11-02,1:30');
    expect(open(short)).toEqual(['columns', 'clock']);
    expect(rowsOf(read('date,time\n2026-11-02,1:30', { columns: ['date', 'duration'], clock: 'h:mm' }))).toEqual([['2026-11-02', 90, '']]);
  });

  it('is not asked: a column called Minutes or Duration takes precedence over Time, and times of day are never durations', () => {
    expect(rolesOf(read('date,time,minutes\n2026-11-02,19:00,30'))).toEqual({ date: 'date', start: 'time', duration: 'minutes' });
    expect(rolesOf(read('Time,Duration,Date\n19:00,0:30:00,2026-11-02'))).toEqual({ start: 'Time', duration: 'Duration', date: 'Date' });
    const evening = read('date,time,note\n2026-11-02,7:05 PM,x');
    expect([evening.entries, evening.errors[0]?.message]).toEqual([[], expect.stringMatching(/how long you studied/)]);
  });

  it('is asked: a unit that start and end contradict', () => {
    const found = read('date,from,to,minutes\n2026-11-02,19:00,19:15,900');
    expect(found.questions).toMatchObject([{ id: 'unit', proposed: 'seconds', why: 'The column is in minutes, but the start and end times say seconds' }]);
    const insisted = read('date,from,to,minutes\n2026-11-02,19:00,19:15,900', { unit: 'minutes' });
    expect(insisted.doubts).toEqual([{ row: 2, message: '15 h of study, but 19:00 to 19:15 is 15 min' }]);
    // A break in between is not a contradiction.
    expect(read('date,from,to,minutes\n2026-11-02,19:00,21:00,90')).toMatchObject({ questions: [], doubts: [] });
  });

  it('is asked: a sign that separates decimals or thousands', () => {
    expect(open(fixture('32-thousands'))).toEqual(['decimalSign']);
    expect(rowsOf(fixture('32-thousands', { decimalSign: '.' }))[0]?.[1]).toBe(1_200);
    expect(rowsOf(fixture('32-thousands', { decimalSign: ',' }))[0]?.[1]).toBe(1);
    expect(open(read('date;hours\n2026-11-02;1,250\n2026-11-03;0,5'))).toEqual([]);
  });

  it('is asked: names that are not a skill or project of the level', () => {
    const found = fixture('01-toggl-detailed');
    expect(found.questions[0]?.names).toEqual([{ name: 'MLOps exam', rows: 2, minutes: 135, subjectId: null, isAnswered: false }]);
    const mapped = fixture('01-toggl-detailed', { subjects: { 'mlops  EXAM': skill.id } });
    expect([open(mapped), mapped.entries.map(({ skillId }) => skillId)]).toEqual([[], [skill.id, skill.id]]);
    const general = fixture('01-toggl-detailed', { otherSubjects: 'general' });
    expect([open(general), general.entries[0]?.skillId]).toEqual([[], null]);
    expect(open(fixture('01-toggl-detailed', { subjects: { 'MLOps exam': '0190a000-0000-7000-8000-00000000dead' } }))).toEqual(['subjects']);
  });

  it('is confirmed: dates that are stored as numbers, and rows that are too old', () => {
    expect(fixture('30-excel-serial')).toMatchObject({
      entries: [{ date: '2026-11-02' }],
      doubts: [{ row: 2, message: expect.stringContaining('2026-11-02') }],
    });
    const old = read('date,minutes\n2024-01-02,30\n2026-11-02,30');
    expect([rowsOf(old).length, old.errors, old.doubts[0]?.message]).toEqual([1, [], expect.stringContaining('1 row is before 2025-11-30')]);
  });

  it('can be answered by choosing the roles of columns', () => {
    const text = 'date,minutes,mood\n2026-11-02,30,fine';
    expect(read(text).ignoredColumns).toEqual(['mood']);
    const chosen = read(text, { columns: ['date', 'duration', 'note'] });
    expect([rowsOf(chosen), chosen.columns[2]]).toEqual([
      [['2026-11-02', 30, 'fine']],
      { name: 'mood', role: 'note', reason: 'You chose this', samples: ['fine'] },
    ]);
    expect(read(text, { columns: ['date', 'date'] }).errors).toMatchObject([
      { message: expect.stringMatching(/how long/) },
      { message: 'Two columns are the date. Choose one' },
    ]);
    expect(read(text).file?.signature).toBe(read(text.replaceAll('fine', 'bad')).file?.signature);
    expect(read(text).file?.signature).not.toBe(read(text.replaceAll('mood', 'note')).file?.signature);
  });
});

describe('rows that are not study', () => {
  it('are skipped and listed: titles, totals, repeated headers, and rows without time', () => {
    expect(fixture('22-title-row')).toMatchObject({ skipped: [{ row: 1, text: 'Study log of Ina', why: 'title' }], rows: 1, file: { headerRow: 3 } });
    expect(fixture('20-total-row')).toMatchObject({ skipped: [{ row: 4, text: 'Total 90', why: 'total' }], rows: 2, errors: [] });
    expect(fixture('21-zero-row')).toMatchObject({ skipped: [{ row: 3, why: 'no-time' }], rows: 1, errors: [] });
    expect(read('date;minutes\n2026-11-02;30\n2026-11-03;30\n;60').skipped).toMatchObject([{ row: 4, why: 'total' }]);
    expect(read('date;minutes\n2026-11-02;30\nDate;minutes\ndate;minutes\n2026-11-03;30').skipped).toMatchObject([{ row: 4, why: 'header' }]);
    expect(read('Report;\nfrom;2026-11-01\n\nDatum;Minuten\n2026-11-02;30\nSumme;30')).toMatchObject({ file: { headerRow: 4 }, entries: [{ minutes: 30 }] });
  });
});

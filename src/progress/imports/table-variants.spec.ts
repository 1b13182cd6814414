import { Temporal } from 'temporal-polyfill';
import { readImport } from './read-import.js';
import type { ImportMapping } from './study-imports.contract.js';

/** As for a learner in Berlin on 30 November 2026. */
const GROUND = {
  enrollmentId: '0190a000-0000-7000-8000-000000000001',
  from: '2025-11-30',
  to: '2026-11-30',
  level: { skills: [], projects: [] },
  dateAt: (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
};
const read = (text: string, mapping: ImportMapping = {}) => readImport(new TextEncoder().encode(text), mapping, GROUND);
/** Open questions (except those about names), errors, and entries. */
const said = (text: string) => {
  const { questions, errors, entries } = read(text);
  const open = questions.filter(({ id, answer }) => answer === null && id !== 'subjects').map(({ id }) => id);
  return [open, errors, entries.map(({ date, minutes }) => [date, minutes])];
};
const ninety = [[], [], [['2026-11-02', 90]]];

describe('a study table in another form', () => {
  it.each([
    ['Toggl in Japanese', 'プロジェクト,説明,開始日,開始時刻,終了日,終了時刻,期間\n,第1章,2026-11-02,19:00:00,2026-11-02,20:30:00,01:30:00\n'],
    [
      'Toggl in Spanish',
      'Proyecto,Descripción,Fecha de inicio,Hora de inicio,Fecha de finalización,Hora de finalización,Duración\n,a,2026-11-02,19:00:00,2026-11-02,20:30:00,01:30:00\n',
    ],
    ['Japanese start and end', '日付,開始時間,終了時間,科目,備考\n2026/11/02,19:00,20:30,,x\n'],
    ['Japanese minutes in brackets', '日付,勉強時間（分）,科目,メモ\n2026/11/02,90,,x\n'],
    ['Japanese days of the week', '日付,学習時間,教科,内容\n2026年11月2日（月）,1時間30分,,x\n'],
    ['Japanese minutes', '日付,分,メモ\n2026-11-02,90,x\n合計,90,\n'],
    ['Chinese start and end', '日期,开始时间,结束时间,备注\n2026/11/2,19:00,20:30,x\n'],
    ['Korean', '날짜,공부 시간,과목\n2026. 11. 2.,1시간 30분,\n'],
    ['Korean minutes in brackets', '날짜,시간(분),과목,메모\n2026년 11월 2일,90,,x\n'],
    ['Super Productivity with decimal hours', 'Date,Time as clock,Time in h,Titles\n2026-11-02,1:30,1.5,a\n'],
    ['line ends of three programs', 'date,minutes\r\n2026-11-02,30\n2026-11-02,30\r2026-11-02,30\r\n'],
  ])('is read: %s', (name, text) => {
    expect(said(text)).toEqual(name.startsWith('line') ? [[], [], Array.from({ length: 3 }, () => ['2026-11-02', 30])] : ninety);
  });

  it.each(['P0DT1H30M', '~90 min', 'ca. 90 min', '1時間半', '1시간 30분', '90분', '0 days 01:30:00', '1:30 (h)', '1h:30m', 'approx. 1.5 h'])(
    'reads the duration %s',
    (duration) => {
      expect(said(`Date\tTime spent\n2026-11-02\t${duration}\n`)).toEqual(ninety);
    },
  );

  it.each(['2-Nov-2026', '2-nov-2026', '02-Nov-26', '2 Nov 2026 19:00 +0100', '2026年11月2日(月)'])('reads the date %s', (date) => {
    expect(said(`Date,Minutes\n${date},90\n`)).toEqual(ninety);
  });

  it.each(['Week total,90,', 'Gesamtzeit,90,', 'Average,45,', ',90,Total', ',90,Summe:', '合計,90,'])('skips a row with a total or an average: %s', (row) => {
    const found = read(`date,minutes,note\n2026-11-02,90,a\n${row}\n2026-11-03,30,b\n`);
    expect([found.errors, found.skipped.map(({ why }) => why), found.entries.length]).toEqual([[], ['total'], 2]);
  });

  it('keeps study whose note begins with a word for a total', () => {
    expect(said('date,minutes,note\n46328,90,Total quality\n')[2]).toEqual([['2026-11-02', 90]]);
    expect(read('note,date,minutes\nTotal,46328,90\n').skipped).toEqual([]);
  });

  it('adds a column of whole hours to the minutes, unless both columns say the same time', () => {
    const found = read('Date,Hours,Minutes,Note\n2026-11-02,1,30,x\n2026-11-03,0,45,y\n2026-11-04,2,,z\n');
    expect([found.questions, found.errors, found.entries.map(({ minutes }) => minutes)]).toEqual([[], [], [90, 45, 120]]);
    expect([found.ignoredColumns, found.columns[1]?.reason]).toEqual([[], 'Its hours are added to the minutes']);
    expect(said('Datum;Stunden;Minuten\n02.11.2026;1;30\n')).toEqual(ninety);
    expect(said('Date,Hours,Minutes\n2026-11-02,1.5,90\n')).toEqual(ninety);
    expect(said('Date,Hours,Minutes\n2026-11-02,1,60\n2026-11-03,0,0\n')[2]).toEqual([['2026-11-02', 60]]);
  });

  it('adds no hours from a column that the learner chose for something else', () => {
    const { entries, columns } = read('Date,Hours,Minutes\n2026-11-02,1,30\n', { columns: ['date', 'note', 'duration'] });
    expect(entries.map(({ minutes, note }) => [minutes, note])).toEqual([[30, '1']]);
    expect(columns[1]?.reason).toBe('You chose this');
  });
});

describe('a study table whose headers are in a language that Daymark does not know', () => {
  const thai = (rows: string) => said(`วันที่,เริ่ม,สิ้นสุด,รวม\n${rows}`);

  it('uses none of several columns with clock times as the duration', () => {
    const [questions, errors, entries] = thai('2026-11-02,19:00:00,20:30:00,01:30:00\n');
    expect(entries).toEqual([]);
    expect([questions, errors].flat().length).toBeGreaterThan(0);
  });

  it('asks what the only column with clock times means', () => {
    expect(said('วันที่,รวม\n2026-11-02,01:30:00\n')[0]).toEqual(['columns']);
  });

  it('uses the only column with units as the duration', () => {
    expect(said('วันที่,เริ่ม,รวม\n2026-11-02,19:00:00,1 h 30\n')).toEqual(ninety);
  });
});

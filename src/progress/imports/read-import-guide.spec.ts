import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { project, read, skill } from '../../../test/support/study-tables.js';
import { longDays, overfull } from './study-rows.js';

describe('the table of the guide', () => {
  it('is read with titles, slugs and ids of skills and projects', () => {
    const { entries, errors, questions } = read(`date,minutes,skill,project,kind,recall,note
2026-03-01,1:30,DATA VERSIONS,,Hands on,Good,x
2026-03-01,30,data-versions,,,,
2026-03-01,30,,${project.id},reading,,`);
    expect([errors, questions]).toEqual([[], []]);
    expect(entries).toMatchObject([
      { row: 2, date: '2026-03-01', minutes: 90, skillId: skill.id, projectId: null, kind: 'hands-on', recall: 'good', note: 'x' },
      { row: 3, minutes: 30, skillId: skill.id, kind: 'hands-on', recall: null },
      { row: 4, skillId: null, projectId: project.id, kind: 'reading' },
    ]);
  });

  it.each([
    ['2026-13-01,30', 'date', /not a date/],
    ['2026-12-03,30', 'date', /from 2025-11-30 to 2026-11-30/],
    [',30', 'date', /missing/],
    ['2026-03-01,', 'minutes', /missing/],
    ['2026-03-01,half', 'minutes', /whole minutes/],
    ['2026-03-01,5000', 'minutes', /1,440/],
    ['2026-03-01,30,Data versions,pipeline', 'project', /not both/],
    ['2026-03-01,30,,,dreaming', 'kind', /none of reading/],
    ['2026-03-01,30,,,,perfect', 'recall', /none of again/],
    [`2026-03-01,30,,,,,${'x'.repeat(2_001)}`, 'note', /2,000/],
  ])('reports an error with its row and column: %.40s', (line, column, message) => {
    const { entries, errors } = read(`date,minutes,skill,project,kind,recall,note\n${line}\n2026-03-02,10,,,,,`);
    expect([entries.length, errors]).toEqual([1, [{ row: 2, column, message: expect.stringMatching(message) }]]);
  });

  it('takes empty columns for none, however many a spreadsheet saved', () => {
    const { entries, errors } = read(`date,minutes${','.repeat(16_382)}\n2026-03-01,30${','.repeat(16_382)}\n`);
    expect([entries.length, errors]).toEqual([1, []]);
  });

  it.each(['½ '.repeat(300_000), '9'.repeat(990_000), '1:30 '.repeat(200_000)])('quotes only the beginning of a long cell: %.12s', (cell) => {
    for (const row of [`2026-03-01,${cell}`, `${cell},30`, `2026-03-01,30,,,${cell}`]) {
      const { errors } = read(`date,minutes,skill,project,kind\n${row}\n`);
      expect([errors.length, errors[0]?.message.length]).toEqual([1, expect.closeTo(75, -2)]);
    }
  });

  it.each([
    ['nothing in it', '', 1, /column names/],
    ['no names and no date', 'a,b\n1,2', 1, /column names/],
    ['no minutes', 'date,note\n2026-03-01,x', 1, /minutes/],
    ['names alone', 'date,minutes\n', 1, /no row/],
    ['too many rows', `date,minutes\n${'2026-03-01,1\n'.repeat(5_001)}`, 5_002, /5,000/],
    ['too many columns', `date,minutes\n2026-03-01,1\n2026-03-01,2${','.repeat(199)}x\n`, 3, /200 columns/],
    ['a quotation mark that is never closed', 'date,minutes,note\n2026-03-01,30,"open\n2026-03-02,1,x', 2, /quotation/],
  ])('is refused with %s', (_, text, row, message) => {
    expect(read(text)).toMatchObject({ entries: [], errors: [{ row, column: null, message: expect.stringMatching(message) }] });
  });

  it('removes the quote that protects spreadsheets from formulas', () => {
    expect(read("date,minutes,skill,note\n2026-03-01,30,,'=1+1").entries[0]?.note).toBe('=1+1');
  });

  it('never has more minutes on a day than fit beside those already logged', () => {
    const { entries } = read('date,minutes\n2026-03-01,1000\n2026-03-01,500\n2026-03-01,440\n2026-03-02,1440');
    expect(overfull(entries, new Map())).toEqual([{ row: 3, column: 'minutes', message: '2026-03-01 would hold 1500 minutes; a day holds 1440' }]);
    expect(overfull(entries, new Map([['2026-03-02', 1]])).map(({ row }) => row)).toEqual([3, 5]);
    expect(longDays(entries.slice(3), new Map([['2026-03-02', 0]]))).toEqual([{ row: 5, message: '24 h on one day, 2026-03-02' }]);
    expect(longDays(read('date,minutes\n2026-03-01,400').entries, new Map([['2026-03-01', 321]]))).toHaveLength(1);
  });

  const Lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'x')), { maxLength: 20 });
  const tableOf = (lines: readonly (readonly [number, number, string])[]) =>
    read(`date,minutes,note\n${lines.map(([d, m, n]) => `2026-02-0${d},${m},${n}`).join('\n')}`);
  const idsOf = (lines: Parameters<typeof tableOf>[0]) => tableOf(lines).entries.map(({ id }) => id);

  it('gives each row the same id on every import, in any order and after rows were added', () => {
    assertProperty(
      fc.property(Lines, Lines, (before, after) => {
        const ids = idsOf(before);
        expect(new Set(ids).size).toBe(before.length);
        expect(idsOf([...before].reverse()).sort()).toEqual([...ids].sort());
        expect(idsOf([...before, ...after]).slice(0, before.length)).toEqual(ids);
      }),
    );
  });
});

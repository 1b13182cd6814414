import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { overfull, studyRows } from './study-rows.js';
import { studyTable } from './study-table.js';

const skill = {
  id: '0190a000-0000-7000-8000-00000000000a',
  slug: 'data-versions',
  title: 'Data versions',
  weightPercent: 100,
  effortMinutes: 600,
  afterIds: [],
};
const project = { id: '0190a000-0000-7000-8000-00000000000b', slug: 'pipeline', title: 'A pipeline', effortMinutes: 300, skillIds: [] };
const known = { enrollmentId: '0190a000-0000-7000-8000-000000000001', from: '2025-03-02', to: '2026-03-02', level: { skills: [skill], projects: [project] } };
const read = (text: string) => studyRows(studyTable(text).rows, known);

describe('rows of past study', () => {
  it('are entries, whatever a skill is called by', () => {
    const { entries, errors } = read(`date,minutes,skill,project,kind,recall,note
2026-03-01,1:30,DATA VERSIONS,,Hands on,Good,x
2026-03-01,30,data-versions,,,,
2026-03-01,30,,${project.id},reading,,`);
    expect(errors).toEqual([]);
    expect(entries).toMatchObject([
      { row: 2, date: '2026-03-01', minutes: 90, skillId: skill.id, projectId: null, kind: 'hands-on', recall: 'good', note: 'x' },
      { row: 3, minutes: 30, skillId: skill.id, kind: 'hands-on', recall: null },
      { row: 4, skillId: null, projectId: project.id, kind: 'reading' },
    ]);
  });

  it.each([
    ['2026-13-01,30', 'date', /not a date/],
    ['01.03.2026,30', 'date', /2026-03-01/],
    ['2026-03-03,30', 'date', /from 2025-03-02 to 2026-03-02/],
    [',30', 'date', /missing/],
    ['2026-03-01,', 'minutes', /missing/],
    ['2026-03-01,half', 'minutes', /whole minutes/],
    ['2026-03-01,0', 'minutes', /At least 1/],
    ['2026-03-01,25:00', 'minutes', /1,440/],
    ['2026-03-01,30,Cooking', 'skill', /Cooking/],
    ['2026-03-01,30,,Cooking', 'project', /Cooking/],
    ['2026-03-01,30,Data versions,pipeline', 'project', /not both/],
    ['2026-03-01,30,,,dreaming', 'kind', /none of reading/],
    ['2026-03-01,30,,,,perfect', 'recall', /none of again/],
    [`2026-03-01,30,,,,,${'x'.repeat(2_001)}`, 'note', /2,000/],
  ])('are refused by row and column: %.40s', (line, column, message) => {
    const { entries, errors } = read(`date,minutes,skill,project,kind,recall,note\n${line}`);
    expect([entries, errors]).toEqual([[], [{ row: 2, column, message: expect.stringMatching(message) }]]);
  });

  const Lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'x')), { maxLength: 20 });
  const tableOf = (lines: readonly (readonly [number, number, string])[]) =>
    read(`date,minutes,note\n${lines.map(([d, m, n]) => `2026-02-0${d},${m},${n}`).join('\n')}`);
  const idsOf = (lines: Parameters<typeof tableOf>[0]) => tableOf(lines).entries.map(({ id }) => id);

  it('have ids of their own that are the same whenever they are imported, in whatever order and however the table grew', () => {
    assertProperty(
      fc.property(Lines, Lines, (before, after) => {
        const ids = idsOf(before);
        expect(new Set(ids).size).toBe(before.length);
        expect(idsOf([...before].reverse()).sort()).toEqual([...ids].sort());
        expect(idsOf([...before, ...after]).slice(0, before.length)).toEqual(ids);
      }),
    );
  });

  it('never fill a day beyond its minutes, together with what stands', () => {
    const { entries } = read('date,minutes\n2026-03-01,1000\n2026-03-01,500\n2026-03-01,440\n2026-03-02,1440');
    expect(overfull(entries, new Map())).toEqual([{ row: 3, column: 'minutes', message: '2026-03-01 would hold 1500 minutes; a day holds 1440' }]);
    expect(overfull(entries, new Map([['2026-03-02', 1]])).map(({ row }) => row)).toEqual([3, 5]);
  });
});

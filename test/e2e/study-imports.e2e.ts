import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { importStudy, listStudyImports, undoStudyImport, type ImportMapping } from '../../src/progress/imports/study-imports.contract.js';
import { deleteStudy, listStudyDays, listStudyEntries } from '../../src/progress/progress.contract.js';
import { ProgressService } from '../../src/progress/progress.service.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('importing past study', () => {
  const daymark = startDaymark();
  const of = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
  const asked = (file: string | Uint8Array, dryRun: boolean, mapping?: ImportMapping) => ({
    query: { dryRun: dryRun ? ('true' as const) : ('false' as const), ...(mapping && { mapping: JSON.stringify(mapping) }) },
    body: typeof file === 'string' ? bytes(file) : new Uint8Array(file),
  });
  const imports = (learner: Learner, file: string | Uint8Array, dryRun = false, mapping?: ImportMapping) =>
    learner.call(importStudy, { ...of(learner), ...asked(file, dryRun, mapping) });
  const refused = (learner: Learner, file: string | Uint8Array, mapping?: ImportMapping) =>
    learner.refused(importStudy, { ...of(learner), ...asked(file, false, mapping) });
  const fixture = (name: string) => readFileSync(`test/fixtures/study/${name}.csv`);
  afterEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));
  /** The fixtures are of November. */
  const inNovember = async () => {
    daymark.clock.setTo('2026-11-30T12:00:00Z');
    return daymark.learner({ examOn: '2027-01-20' });
  };
  const days = async (learner: Learner) => (await learner.call(listStudyDays, { ...of(learner), query: {} })).items;
  const entries = async (learner: Learner) => (await learner.call(listStudyEntries, { ...of(learner), query: {} })).items;
  const facts = async ({ enrollmentId }: Learner) => (await daymark.app.get(ProgressService).facts([enrollmentId]))[0]!;

  it('names the place of a NUL in a note, which no database keeps, and writes nothing', async () => {
    const learner = await daymark.learner();
    const message = 'Line 2, column 16: There is a NUL character here. Save the file as UTF-8 text';
    const file = 'Date,Minutes,Note\n2026-02-24,30,a\0b\n2026-02-25,30,c\n';
    expect(await refused(learner, file)).toMatchObject({ type: '/problems/faulty-import', rowErrors: [{ row: 2, column: null, message }] });
    expect(await imports(learner, file, true)).toMatchObject({ errors: [{ row: 2, message }] });
    expect(await entries(learner)).toEqual([]);
  });

  it('takes the table of the guide, says before what would come of it, and brings days, sums and marks', async () => {
    const learner = await daymark.learner();
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const skill = levels.find(({ slug }) => slug === 'foundation')!.skills.find(({ title }) => title === 'The ML lifecycle')!;
    const text = readFileSync('docs/study-log.csv', 'utf8');
    const outcome = {
      ...{ rows: 2, added: 2, minutes: 135, days: 2, duplicates: 0, ignoredColumns: [], errorCount: 0, errors: [], preview: [] },
      ...{ questions: [], doubts: [], doubtsKey: null, skipped: [], skippedCount: 0 },
      file: { encoding: 'utf-8', separator: ',', headerRow: 1, signature: expect.any(String) },
      columns: ['date', 'duration', 'skill', 'note'].map((role) => expect.objectContaining({ role, reason: 'By its name' })),
      mapping: { columns: ['date', 'duration', 'skill', 'note'] },
    };
    const unsaid = { kind: 'hands-on', recall: null, isNew: true, projectId: null };
    const preview = [
      { row: 2, date: '2026-02-23', minutes: 45, skillId: skill.id, note: 'Read chapter 1, twice', ...unsaid },
      { row: 3, date: '2026-02-24', minutes: 90, skillId: null, note: 'Group session', ...unsaid },
    ];
    expect(await imports(learner, text, true)).toEqual({ ...outcome, preview, id: null });
    expect(await days(learner)).toEqual([]);
    await daymark.database.query('delete from work');
    expect(await imports(learner, text)).toEqual({ ...outcome, id: expect.any(String) });
    expect(await days(learner)).toEqual([
      { date: '2026-02-23', minutes: 45, entries: 1 },
      { date: '2026-02-24', minutes: 90, entries: 1 },
    ]);
    expect((await entries(learner))[1]).toMatchObject({ skillId: skill.id, source: 'import', loggedLater: true, note: 'Read chapter 1, twice' });
    expect((await facts(learner)).minutesBySkill).toEqual({ [skill.id]: { minutes: 45, entries: 1, lastOn: '2026-02-23' } });
    expect(await daymark.database.query('select kind from work where subject_id = $1', [learner.enrollmentId])).toEqual([{ kind: 'readiness' }]);
  });

  it('makes nothing new of rows that were imported before, and keeps two equal ones apart', async () => {
    const learner = await daymark.learner();
    const rows = '2026-02-20,30,,x\n2026-02-20,30,,x\n2026-02-21,10,,';
    await imports(learner, rows);
    expect(await imports(learner, rows)).toMatchObject({ id: null, added: 0, duplicates: 3, minutes: 0 });
    const { preview } = await imports(learner, `${rows}\n2026-02-22,5,,`, true);
    expect(preview.map(({ row, isNew }) => [row, isNew])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(await imports(learner, `${rows}\n2026-02-22,5,,`)).toMatchObject({ added: 1, duplicates: 3, minutes: 5 });
    expect((await days(learner)).map(({ minutes }) => minutes)).toEqual([60, 10, 5]);
  });

  it('counts once when it is sent twice at once', async () => {
    const learner = await daymark.learner();
    const rows = Array.from({ length: 50 }, (_, i) => `2026-02-${10 + (i % 10)},${i + 1},,`).join('\n');
    const outcomes = await Promise.all([imports(learner, rows), imports(learner, rows), imports(learner, rows)]);
    expect(outcomes.map(({ added }) => added).sort((one, other) => one - other)).toEqual([0, 0, 50]);
    expect((await days(learner)).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1_275);
  });

  it('is all or nothing: every fault with its row and column, and no row written', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-02-20', minutes: 1_400 });
    const text = 'date;minutes;skill;mood\n2026-02-19;30;;\n2026-02-20;60;;\nsoon;30;;\n2026-02-21;half;Cooking;fine';
    const errors = [
      { row: 3, column: 'minutes', message: '2026-02-20 would hold 1460 minutes; a day holds 1440' },
      { row: 4, column: 'date', message: '“soon” is not a date such as 2026-03-01' },
      { row: 5, column: 'minutes', message: '“half” is neither whole minutes nor a time such as 1:30' },
    ];
    expect(await imports(learner, text, true)).toMatchObject({ rows: 4, ignoredColumns: ['mood'], errorCount: 3, errors });
    expect(await refused(learner, text)).toMatchObject({ type: '/problems/faulty-import', status: 422, rowErrors: errors });
    expect(await refused(learner, 'date,minutes,note\n2026-02-19,30,Qualit\ufffdt')).toMatchObject({
      rowErrors: [{ row: 2, message: expect.stringContaining('U+FFFD') }],
    });
    expect(await days(learner)).toEqual([{ date: '2026-02-20', minutes: 1_400, entries: 1 }]);
    expect(await refused(learner, '')).toMatchObject({ type: '/problems/faulty-import' });
    expect(await refused(learner, `2026-02-20,1,,${'x'.repeat(1_100_000)}`)).toMatchObject({ type: '/problems/body-too-large' });
  });

  it('refuses a file of 20 MB, in a dry run and in an import, and says the limit', async () => {
    const learner = await daymark.learner();
    const file = bytes('date,minutes\n'.padEnd(20 * 1_048_576, '2026-02-20,1\n'));
    const call = { ...of(learner), body: file };
    const tooLarge = { type: '/problems/body-too-large', status: 413, detail: expect.stringContaining('The limit is 1 MB') };
    expect(await learner.refused(importStudy, { ...call, query: { dryRun: 'true' } })).toMatchObject(tooLarge);
    expect(await learner.refused(importStudy, { ...call, query: {} })).toMatchObject(tooLarge);
    expect(await days(learner)).toEqual([]);
  });

  it('leaves no day beyond its minutes, whatever is logged meanwhile', async () => {
    const learner = await daymark.learner();
    await Promise.allSettled([
      imports(learner, Array.from({ length: 7 }, (_, i) => `2026-02-20,${100 + i},,`).join('\n')),
      ...Array.from({ length: 10 }, () => learner.logs({ date: '2026-02-20', minutes: 100 })),
    ]);
    const [day] = await days(learner);
    const [{ sum }] = await daymark.database.query<[{ sum: number }]>('select sum(minutes)::int as sum from study_entry where enrollment_id = $1', [
      learner.enrollmentId,
    ]);
    expect(day?.minutes).toBe(sum);
    expect(sum).toBeLessThanOrEqual(1_440);
  });

  it('takes five thousand rows', async () => {
    const learner = await daymark.learner();
    const rows = Array.from({ length: 5_000 }, (_, i) => `2026-02-${10 + (i % 10)},1,,${i}`);
    const text = ['date,minutes,skill,note', ...rows].join('\n');
    // Ten days of 500 minutes each.
    expect(await imports(learner, text)).toMatchObject({ rows: 5_000, added: 5_000, days: 10, minutes: 5_000 });
  }, 30_000);

  it('is undone as a whole, leaves what is not of it, and may be imported again', async () => {
    const learner = await daymark.learner();
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const { skills, projects } = levels.find(({ slug }) => slug === 'foundation')!;
    const [skillId, projectId] = [skills[0]!.id, projects[0]!.id];
    await learner.logs({ date: '2026-02-20', minutes: 15, skillId });
    const text = `date,minutes,skill,project\n2026-02-20,30,${skillId},\n2026-02-21,40,${skillId},\n2026-02-22,50,,${projectId}`;
    const { id } = await imports(learner, text);
    const before = await facts(learner);
    const params = { enrollmentId: learner.enrollmentId, importId: id! };
    const listed = async () => (await learner.call(listStudyImports, of(learner))).items;
    expect(await listed()).toMatchObject([{ id, entries: 3, minutes: 120, undoneAt: null }]);
    expect(await learner.call(undoStudyImport, { params })).toMatchObject({ entries: 0, minutes: 0, undoneAt: expect.any(String) });
    expect(await learner.call(undoStudyImport, { params })).toMatchObject({ entries: 0 });
    expect(await days(learner)).toEqual([{ date: '2026-02-20', minutes: 15, entries: 1 }]);
    expect(await facts(learner)).toMatchObject({ minutesBySkill: { [skillId]: { minutes: 15, lastOn: '2026-02-20' } }, minutesByProject: {} });
    expect(await imports(learner, text)).toMatchObject({ added: 3, minutes: 120 });
    expect(await facts(learner)).toMatchObject({ minutesBySkill: before.minutesBySkill, minutesByProject: before.minutesByProject });
  });

  it('does not bring back what was deleted by hand', async () => {
    const learner = await daymark.learner();
    await imports(learner, '2026-02-20,30,,x\n2026-02-21,40,,y');
    const [latest] = await entries(learner);
    await learner.call(deleteStudy, { params: { enrollmentId: learner.enrollmentId, entryId: latest!.id } });
    expect(await imports(learner, '2026-02-20,30,,x\n2026-02-21,40,,y')).toMatchObject({ added: 0, duplicates: 2 });
    expect(await days(learner)).toHaveLength(1);
  });

  it('takes an export of another program once its questions are answered, and nothing of it twice', async () => {
    const learner = await inNovember();
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const skill = levels.find(({ slug }) => slug === 'foundation')!.skills[0]!;
    const file = fixture('02-clockify-detailed');
    const look = await imports(learner, file, true);
    expect(look.questions.map(({ id, answer }) => [id, answer])).toEqual([
      ['dateOrder', null],
      ['subjects', null],
    ]);
    const refusal = await refused(learner, file);
    expect(refusal).toMatchObject({ type: '/problems/unanswered-import', status: 422, questions: [{ id: 'dateOrder' }, { id: 'subjects' }] });
    expect(await days(learner)).toEqual([]);
    const mapping: ImportMapping = { dateOrder: 'day-first', subjects: { 'Exam prep': skill.id } };
    expect(await imports(learner, file, false, mapping)).toMatchObject({ added: 1, minutes: 90, id: expect.any(String) });
    expect((await entries(learner))[0]).toMatchObject({ date: '2026-11-02', skillId: skill.id, note: 'Video course' });
    expect(await imports(learner, file, false, mapping)).toMatchObject({ added: 0, duplicates: 1, id: null });
    // With another skill it would count twice.
    const otherwise: ImportMapping = { dateOrder: 'day-first', otherSubjects: 'general' };
    expect((await imports(learner, file, true, otherwise)).doubts).toEqual([{ row: 2, message: expect.stringContaining('imported before for another skill') }]);
    expect(await refused(learner, file, otherwise)).toMatchObject({ type: '/problems/unanswered-import' });
    expect((await days(learner)).map(({ minutes }) => minutes)).toEqual([90]);
  });

  it('takes what is proposed when the mapping of the dry run is sent back', async () => {
    const learner = await inNovember();
    const { mapping, questions } = await imports(learner, fixture('46-mmss'), true);
    expect([mapping.clock, questions[0]?.answer]).toEqual(['m:ss', null]);
    expect(await imports(learner, fixture('46-mmss'), false, mapping)).toMatchObject({ added: 2, minutes: 25 });
  });

  it('asks to confirm more than 12 h on one day, together with what stands, and takes no other key', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-02-20', minutes: 300 });
    const text = 'date,minutes\n2026-02-20,421';
    const { doubts, doubtsKey } = await imports(learner, text, true);
    expect(doubts).toEqual([{ row: 2, message: '12 h 1 min on one day, 2026-02-20' }]);
    expect(await refused(learner, text)).toMatchObject({ type: '/problems/unanswered-import', doubts, doubtsKey });
    expect(await refused(learner, `${text}\n2026-02-21,800`, { confirmed: doubtsKey! })).toMatchObject({ type: '/problems/unanswered-import' });
    expect(await imports(learner, text, false, { confirmed: doubtsKey! })).toMatchObject({ added: 1, minutes: 421 });
  });

  it('refuses a mapping that is none', async () => {
    const learner = await daymark.learner();
    for (const mapping of ['{', '[]', '{"columns":["when"]}', '{"unit":"weeks"}', '{"colour":1}'])
      expect(await learner.refused(importStudy, { ...of(learner), query: { mapping }, body: bytes('date,minutes\n2026-02-20,1') })).toMatchObject({
        type: '/problems/invalid-input',
        errors: [{ path: expect.stringMatching(/^query\.mapping/) }],
      });
  });

  it('is closed to everyone else, and once the learner withdrew', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    const { id } = await imports(learner, '2026-02-20,30,,x');
    const params = { enrollmentId: learner.enrollmentId, importId: id! };
    expect(await stranger.refused(importStudy, { ...of(learner), body: bytes('2026-02-20,30') })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(undoStudyImport, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.refused(undoStudyImport, { params: { ...params, importId: randomUUID() } })).toMatchObject({ type: '/problems/not-found' });
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    expect(await refused(learner, '2026-02-20,31')).toMatchObject({ type: '/problems/enrollment-closed' });
    expect(await learner.refused(undoStudyImport, { params })).toMatchObject({ type: '/problems/enrollment-closed' });
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { downloadArchive } from '../../src/archive/archive.contract.js';
import { LEFT_OUT, OWNED } from '../../src/archive/owned-tables.js';
import { acceptPlanProposal, proposePlan } from '../../src/plans/proposals/proposals.contract.js';
import { importStudy } from '../../src/progress/imports/study-imports.contract.js';
import { recordPractice } from '../../src/progress/practice/practice.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import type { Someone } from '../support/people.js';

describe('the archive of everything of a person’s own', () => {
  const daymark = startDaymark({ worker: true });
  beforeAll(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));
  const { submits, uploads, projectId: projectOf } = evidenceOf(daymark);

  /** Files of the archive by their path below its one folder. */
  const archiveOf = async (person: Someone) => {
    const { name, type, bytes } = await person.call(downloadArchive, {});
    expect([name, type]).toEqual(['daymark-2026-03-02.zip', 'application/zip']);
    const files = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => [path.replace('daymark-2026-03-02/', ''), content]);
    const text = (path: string) => strFromU8(new Map(files).get(path) ?? new Uint8Array());
    return { paths: files.map(([path]) => path), text, bytes: new Map(files), everything: JSON.parse(text('everything.json')) as Record<string, unknown[]> };
  };

  it('holds their log, results, evidence and files, and nothing of anybody else', async () => {
    const [wren, rook] = [await daymark.learner({ name: 'Wren Harbour' }), await daymark.learner({ name: 'Rook Pier' })];
    const plan = await wren.plan();
    const skillId = plan.items.find((item) => item.skillId !== null)!.skillId!;
    await wren.logs({ date: '2026-03-02', minutes: 45, skillId, note: '=cmd|calc' });
    await rook.logs({ date: '2026-03-02', minutes: 33, note: 'Rook’s own' });
    const params = { enrollmentId: wren.enrollmentId };
    const { id: proposalId } = await wren.call(proposePlan, { params, body: { leaveOut: [skillId] } });
    await wren.call(acceptPlanProposal, { params: { ...params, proposalId } });
    await wren.call(recordPractice, { params, body: { takenOn: '2026-03-01', source: 'Mock exam', itemsRight: 30, itemsAsked: 40, skills: [] } });
    const file = await uploads(wren, 'notes.txt', new TextEncoder().encode('What I built'));
    await submits(wren, await projectOf(), [{ kind: 'file', fileId: file.id }]);

    // Every reading moves the clock a little: on a slow machine a second could have passed.
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const archive = await archiveOf(wren);
    expect(archive.everything).toMatchObject({
      writtenAt: '2026-03-02T09:00:00Z',
      account: [{ name: 'Wren Harbour', email: wren.email }],
      enrollments: [{ id: wren.enrollmentId, examOn: '2026-04-01', mostMinutesADay: null, shortestSessionMinutes: 20 }],
      'left-out-parts': [{ skillId, projectId: null, leftOutBy: wren.id }],
      'study-entries': [{ minutes: 45, note: '=cmd|calc', skillId }],
      'practice-results': [{ source: 'Mock exam', itemsRight: 30 }],
      evidence: [expect.objectContaining({ number: 1 })],
      'evidence-files': [{ id: file.id, name: 'notes.txt' }],
    });
    expect(archive.everything['plan-items']).toHaveLength((await wren.plan()).items.length);
    expect(archive.text('tables/study-entries.csv')).toContain("'=cmd|calc");
    expect(archive.text(`files/${file.id}/notes.txt`)).toBe('What I built');
    expect(archive.text('README.txt')).toContain('Everything that Daymark held of yours at 2026-03-02T09:00:00Z');
    const whole = [...archive.bytes.values()].map((bytes) => strFromU8(bytes)).join('\n');
    for (const secret of ['Rook’s own', rook.email, 'argon2', 'passwordHash', 'storedAs']) expect(whole).not.toContain(secret);
  });

  it('holds a study log that can be imported again', async () => {
    const wren = await daymark.learner();
    const skillId = (await wren.plan()).items.find((item) => item.skillId !== null)!.skillId!;
    await wren.logs({ date: '2026-03-01', minutes: 50, skillId, kind: 'hands-on', recall: 'good', note: 'Twice, and "once"' });
    await wren.logs({ date: '2026-03-02', minutes: 20 });
    const archive = await archiveOf(wren);
    const again = await daymark.learner();
    const log = new Uint8Array(archive.bytes.get('study-logs/1-foundation.csv')!);
    const outcome = await again.call(importStudy, { params: { enrollmentId: again.enrollmentId }, query: { dryRun: 'true' }, body: log });
    expect(outcome).toMatchObject({ errors: [] });
    await again.call(importStudy, { params: { enrollmentId: again.enrollmentId }, body: log });
    const [before, after] = [archive.everything['study-entries'], (await archiveOf(again)).everything['study-entries']];
    const said = (entries: unknown[] | undefined) =>
      (entries as Record<string, unknown>[]).map(({ date, minutes, kind, recall, note, skillId: skill }) => ({ date, minutes, kind, recall, note, skill }));
    expect(said(after)).toEqual(said(before));
  });

  it('is there for who has nothing yet, with a header for each table', async () => {
    const mentor = await daymark.withRoles('mentor');
    const archive = await archiveOf(mentor);
    expect(archive.everything).toMatchObject({ account: [{ email: mentor.email }], enrollments: [], 'study-entries': [] });
    expect(archive.text('tables/study-entries.csv')).toMatch(/^\uFEFF?id,enrollmentId,date,/);
    expect(archive.paths).toHaveLength(OWNED.length + 2);
  });

  it('forgets no table: each one about a person is in it, or left out for a reason', () => {
    const about = ['accountId', 'learnerId', 'personId', 'enrollmentId', 'evidenceId', 'resultId'];
    const tables = daymark.database.entityMetadatas.filter(({ columns }) => columns.some(({ propertyName }) => about.includes(propertyName)));
    const known = new Set([...OWNED.map(({ table }) => table), ...Object.keys(LEFT_OUT)]);
    expect(tables.map(({ tableName }) => tableName).filter((table) => !known.has(table))).toEqual([]);
    for (const { table, without = [] } of OWNED) {
      const columns = daymark.database.entityMetadatas.find(({ tableName }) => tableName === table)?.columns.map(({ databaseName }) => databaseName);
      expect(columns).toEqual(expect.arrayContaining([...without]));
    }
  });
});

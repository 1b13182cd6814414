import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';
import { publishCurriculum, readCertification, listReleases } from '../../src/curriculum/curriculum.contract.js';
import {
  discardDraft,
  listDrafts,
  listSaves,
  mergeDraft,
  openDraft,
  publishDraft,
  readDraft,
  readSave,
  saveDraft,
  tagOf,
  type Draft,
} from '../../src/curriculum/drafts/draft.contract.js';
import { addSave } from '../../src/curriculum/drafts/draft-rows.js';
import { mapFramework } from '../../src/curriculum/frameworks/framework.contract.js';
import { startDaymark } from '../support/daymark.js';

const shipped = readFileSync('curricula/kubernetes.yaml', 'utf8');
const fileOf = (slug: string, change: (document: CurriculumDocument) => void = () => undefined) => {
  const document = parse(shipped) as CurriculumDocument;
  document.slug = slug;
  change(document);
  return stringify(document);
};

describe('a draft', () => {
  const daymark = startDaymark();
  type Admin = Awaited<ReturnType<typeof daymark.withRoles>>;
  const saves = (admin: Admin, { slug, revision }: Pick<Draft, 'slug' | 'revision'>, document: Draft['document']) =>
    admin.call(saveDraft, { params: { slug }, headers: { 'if-match': tagOf(revision) }, body: { document } });
  const publishes = (admin: Admin, { slug, revision }: Pick<Draft, 'slug' | 'revision'>) =>
    admin.call(publishDraft, { params: { slug }, headers: { 'if-match': tagOf(revision) } });

  it('begins as nothing but a name, says what is missing, and is published once nothing is', async () => {
    const admin = await daymark.withRoles('admin');
    const begun = await admin.call(openDraft, { body: { title: 'Certified Tide Reader' } });
    expect(begun).toMatchObject({ slug: 'certified-tide-reader', release: null, revision: 1, savedBy: { id: admin.id }, changes: [] });
    expect(begun.faults.map(({ path }) => path)).toEqual(['assessment', 'host', 'levels', 'summary']);
    expect(await admin.refused(openDraft, { body: { title: 'Certified tide reader' } })).toMatchObject({
      ...{ type: '/problems/name-taken', slug: 'certified-tide-reader' },
    });
    const tag = { params: { slug: begun.slug }, headers: { 'if-match': tagOf(1) } };
    expect(await admin.refused(publishDraft, tag)).toMatchObject({ type: '/problems/curriculum-invalid', errors: begun.faults });

    const level = {
      ...{ slug: 'basics', title: 'Basics', track: 'beginner', summary: 'Tides.', order: 1, basis: 'estimate' },
      skills: [{ slug: 'tables', title: 'Tide tables', description: 'Reads them.', weightPercent: 100, effortMinutes: 300 }],
    };
    const document = { ...begun.document, assessment: 'An exam.', host: 'The harbour', summary: 'Reads tides.', levels: [level] };
    const saved = await saves(admin, begun, document as Draft['document']);
    expect(saved).toMatchObject({ revision: 2, faults: [] });
    expect(await publishes(admin, saved)).toMatchObject({ slug: begun.slug, release: 1, published: true });
    expect(await daymark.visitor().call(readCertification, { params: { slug: begun.slug } })).toMatchObject({
      ...{ title: 'Certified Tide Reader', release: 1, levels: [{ title: 'Basics', open: true }] },
    });
    expect(await admin.call(readDraft, { params: { slug: begun.slug } })).toMatchObject({ release: 1, changes: [], faults: [] });
    expect((await admin.call(listDrafts, {})).items).toContainEqual(expect.objectContaining({ slug: begun.slug, changes: 0, faults: 0 }));
  });

  it('begins as what is published, and says what it changes', async () => {
    const admin = await daymark.withRoles('admin');
    const draft = await admin.call(openDraft, { body: { certification: 'kubernetes' } });
    expect(draft).toMatchObject({ release: 1, changes: [], faults: [] });
    const document = structuredClone(draft.document);
    document.levels[0]!.skills![0]!.weightPercent = 20;
    const saved = await saves(admin, draft, document);
    expect(saved.changes).toMatchObject([{ kind: 'changed', field: 'weightPercent' }]);
    expect(saved.faults).toMatchObject([{ path: 'levels.0.skills', message: expect.stringContaining('must sum to 100') }]);
    expect(await admin.call(openDraft, { body: { certification: 'kubernetes' } })).toMatchObject({ revision: saved.revision, document });
    expect(await saves(admin, saved, document)).toMatchObject({ revision: saved.revision });
    expect(await admin.refused(openDraft, { body: { certification: 'nowhere' } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('keeps both works when two edit it at once: the second is told, and brings them together', async () => {
    const [ada, bo] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const draft = await ada.call(openDraft, { body: { text: fileOf('two-at-once') } });
    const edited = (change: (document: Draft['document']) => void) => {
      const document = structuredClone(draft.document);
      change(document);
      return document;
    };
    const adas = edited((document) => {
      document.title = "Ada's title";
      document.host = 'Ada';
    });
    const bos = edited((document) => {
      document.summary = "Bo's summary.";
      document.host = 'Bo';
    });
    await saves(ada, draft, adas);
    const params = { slug: draft.slug };
    expect(await bo.refused(saveDraft, { params, headers: { 'if-match': tagOf(draft.revision) }, body: { document: bos } })).toMatchObject({
      ...{ type: '/problems/draft-stale', status: 412, revision: 2, savedBy: { id: ada.id } },
    });
    const body = { since: draft.revision, document: bos };
    const merge = await bo.call(mergeDraft, { params, body });
    expect(merge).toMatchObject({ revision: 2, savedBy: { id: ada.id }, conflicts: [{ mine: { after: 'Bo' }, theirs: { after: 'Ada' } }] });
    expect(merge.document).toMatchObject({ title: "Ada's title", summary: "Bo's summary.", host: 'Bo' });
    const theirs = await bo.call(mergeDraft, { params, body: { ...body, theirs: [merge.conflicts[0]!.key] } });
    expect(theirs.document).toMatchObject({ title: "Ada's title", summary: "Bo's summary.", host: 'Ada' });
    expect(await saves(bo, { slug: draft.slug, revision: merge.revision }, theirs.document)).toMatchObject({ revision: 3 });
  });

  it('keeps a work that came too late in the history, beside the main line, to be read and brought back', async () => {
    const [ada, bo] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const draft = await ada.call(openDraft, { body: { title: 'Too late' } });
    const params = { slug: draft.slug };
    await saves(ada, draft, { ...draft.document, host: 'Ada' });
    const late = { params, headers: { 'if-match': tagOf(draft.revision) }, body: { document: { ...draft.document, host: 'Bo' } } };
    const refusal = await bo.refused(saveDraft, late);
    expect(refusal).toMatchObject({ type: '/problems/draft-stale', revision: 2, saveId: expect.any(String) });
    expect(refusal.detail).toContain('Your work is kept in the history.');
    expect(await bo.refused(saveDraft, late)).toMatchObject({ saveId: refusal.saveId });
    // The answer was lost on the way: to send the same again is no conflict.
    expect(await saves(ada, draft, { ...draft.document, host: 'Ada' })).toMatchObject({ revision: 2 });

    const { items } = await ada.call(listSaves, { params });
    expect(items.map(({ revision, how, since, savedBy }) => [revision, how, since, savedBy?.id])).toEqual([
      [2, 'set-aside', 1, bo.id],
      [2, 'edited', null, ada.id],
      [1, 'opened', null, ada.id],
    ]);
    const first = await ada.call(listSaves, { params, query: { limit: 1 } });
    const rest = await ada.call(listSaves, { params, query: { cursor: first.nextCursor! } });
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(items[0]?.id).toBe(refusal.saveId);

    const kept = await ada.call(readSave, { params: { ...params, revision: items[0]!.id } });
    expect(kept).toMatchObject({ document: { host: 'Bo' }, changes: [{ field: 'host', before: 'Bo', after: 'Ada' }] });
    expect(await ada.call(readSave, { params: { ...params, revision: 2 } })).toMatchObject({ how: 'edited', document: { host: 'Ada' } });
    const back = { params, headers: { 'if-match': tagOf(2) }, body: { document: kept.document, how: 'restored' as const } };
    expect(await ada.call(saveDraft, back)).toMatchObject({ revision: 3 });
    expect((await ada.call(readDraft, { params })).document.host).toBe('Bo');
    const elsewhere = await ada.call(openDraft, { body: { title: 'Elsewhere' } });
    expect(await ada.refused(readSave, { params: { slug: elsewhere.slug, revision: items[0]!.id } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('loses no save of ten at once: one is the next revision, nine are told and set aside', async () => {
    const admin = await daymark.withRoles('admin');
    const draft = await admin.call(openDraft, { body: { title: 'A crowd' } });
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => saves(admin, draft, { ...draft.document, summary: `Work ${i}` })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await admin.call(listSaves, { params: { slug: draft.slug } });
    expect(items.map(({ how }) => how)).toEqual([...Array<string>(9).fill('set-aside'), 'edited', 'opened']);
    const works = await Promise.all(items.map(({ id }) => admin.call(readSave, { params: { slug: draft.slug, revision: id } })));
    expect(works.flatMap(({ document }) => document.summary ?? []).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `Work ${i}`));
  });

  it('keeps every save with who and when, and can be brought back to each', async () => {
    const [admin, other] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const draft = await admin.call(openDraft, { body: { title: 'A history' } });
    const { slug } = draft;
    const second = await saves(admin, draft, { ...draft.document, host: 'First host' });
    const third = await saves(other, second, { ...draft.document, host: 'Second host' });
    const { items, nextCursor } = await admin.call(listSaves, { params: { slug } });
    expect(items.map(({ revision, how, savedBy }) => [revision, how, savedBy?.id])).toEqual([
      [3, 'edited', other.id],
      [2, 'edited', admin.id],
      [1, 'opened', admin.id],
    ]);
    expect(nextCursor).toBeNull();
    const page = await admin.call(listSaves, { params: { slug }, query: { limit: 2 } });
    const next = await admin.call(listSaves, { params: { slug }, query: { limit: 2, cursor: page.nextCursor ?? '' } });
    expect([...page.items, ...next.items]).toEqual(items);

    const then = await admin.call(readSave, { params: { slug, revision: 2 } });
    expect(then).toMatchObject({ document: { host: 'First host' }, changes: [{ field: 'host', before: 'First host', after: 'Second host' }] });
    const headers = { 'if-match': tagOf(third.revision) };
    expect(await admin.call(saveDraft, { params: { slug }, headers, body: { document: then.document, how: 'restored' } })).toMatchObject({ revision: 4 });
    expect((await admin.call(readDraft, { params: { slug } })).document.host).toBe('First host');
    expect(await admin.refused(readSave, { params: { slug, revision: 9 } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('follows a file that is published meanwhile, and takes nothing of it back', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: fileOf('overtaken') } });
    const draft = await admin.call(openDraft, { body: { certification: 'overtaken' } });
    await saves(admin, draft, { ...draft.document, host: 'From the draft' });
    await admin.call(publishCurriculum, { body: { text: fileOf('overtaken', (document) => void (document.summary = 'From the file.')) } });
    const now = await admin.call(readDraft, { params: { slug: 'overtaken' } });
    expect(now).toMatchObject({ release: 2, revision: 3, document: { host: 'From the draft', summary: 'From the file.' } });
    expect(now.changes.map(({ words }) => words)).toEqual(['The certification: host reworded']);
    const older = await admin.call(readDraft, { params: { slug: 'overtaken' }, query: { since: 1 } });
    expect(older.changes.map(({ words }) => words)).toEqual(['The certification: host reworded', 'The certification: summary reworded']);
    expect(await admin.refused(readDraft, { params: { slug: 'overtaken' }, query: { since: 9 } })).toMatchObject({ type: '/problems/not-found' });
    const stale = { params: { slug: 'overtaken' }, headers: { 'if-match': tagOf(2) } };
    expect(await admin.refused(publishDraft, stale)).toMatchObject({ type: '/problems/draft-stale', revision: 3 });
    expect(await publishes(admin, now)).toMatchObject({ release: 3 });
    expect(await publishes(admin, now)).toMatchObject({ release: 3, published: false });
    expect((await admin.call(listReleases, { params: { slug: 'overtaken' } })).items).toHaveLength(3);
  });

  it('is listed page by page with what it has, without being worked out again', async () => {
    const admin = await daymark.withRoles('admin');
    const begun = await admin.call(openDraft, { body: { title: 'Listed' } });
    await saves(admin, begun, { ...begun.document, host: 'A harbour' });
    const all = await admin.call(listDrafts, {});
    expect(all.items[0]).toMatchObject({ slug: 'listed', title: 'Listed', release: null, revision: 2, savedBy: { id: admin.id }, changes: 0, faults: 3 });
    const pages = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof admin.call<typeof listDrafts>>> = await admin.call(listDrafts, { query: { limit: 2, ...(cursor && { cursor }) } });
      pages.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(all.items);
    const [counted] = await daymark.database.query<object[]>(`select counted_revision, faults from draft where slug = 'listed'`);
    expect(counted).toEqual({ counted_revision: 2, faults: 3 });
  });

  it('takes a file in that is published in the very moment of a save, whichever of the two comes first', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: fileOf('raced') } });
    const draft = await admin.call(openDraft, { body: { certification: 'raced' } });
    const saving = daymark.database.createQueryRunner();
    await saving.startTransaction();
    // A save that is not committed yet holds the draft's row.
    const document = { ...draft.document, host: 'From the draft' };
    await addSave(saving.manager, 1, { slug: 'raced', document, how: 'edited', by: admin.id, at: '2026-03-02T09:30:00Z' });
    const published = admin.call(publishCurriculum, { body: { text: fileOf('raced', (file) => void (file.summary = 'From the file.')) } });
    const waits = () => daymark.database.query<unknown[]>(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
    while ((await waits()).length === 0) await pause(20);
    await saving.commitTransaction();
    await saving.release();
    expect(await published).toMatchObject({ release: 2 });
    const now = await admin.call(readDraft, { params: { slug: 'raced' } });
    expect(now).toMatchObject({ release: 2, revision: 3, document: { host: 'From the draft', summary: 'From the file.' } });
  });

  it('is put away without losing its saves', async () => {
    const admin = await daymark.withRoles('admin');
    const { slug, revision, document } = await admin.call(openDraft, { body: { title: 'Put away' } });
    await admin.call(discardDraft, { params: { slug } });
    await admin.call(discardDraft, { params: { slug } });
    expect(await admin.refused(readDraft, { params: { slug } })).toMatchObject({ type: '/problems/not-found' });
    const headers = { 'if-match': tagOf(revision) };
    expect(await admin.refused(saveDraft, { params: { slug }, headers, body: { document } })).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.call(openDraft, { body: { title: 'Put away' } })).toMatchObject({ slug, revision: 2 });
    expect((await admin.call(listSaves, { params: { slug } })).items).toHaveLength(2);
  });

  it('refuses bad input by its field, and a file with faults as a whole', async () => {
    const admin = await daymark.withRoles('admin');
    const { slug, document } = await admin.call(openDraft, { body: { title: 'Strict' } });
    const params = { slug };
    const headers = { 'if-match': tagOf(1) };
    const faulty = { ...document, levels: [{ slug: 'one' }, { slug: 'one' }] } as Draft['document'];
    expect(await admin.refused(saveDraft, { params, headers, body: { document: faulty } })).toMatchObject({
      ...{ type: '/problems/invalid-input', errors: [{ path: 'body.document.levels.1.slug' }] },
    });
    expect(await admin.refused(saveDraft, { params, headers, body: { document: { ...document, slug: 'other' } } })).toMatchObject({
      errors: [{ path: 'body.document.slug' }],
    });
    expect(await admin.refused(saveDraft, { params, headers: { 'if-match': '1' }, body: { document } })).toMatchObject({
      errors: [{ path: 'headers.if-match' }],
    });
    expect(await admin.refused(openDraft, { body: { text: 'slug: x' } })).toMatchObject({ type: '/problems/curriculum-invalid' });
    expect(await admin.refused(openDraft, { body: { title: ' ' } })).toMatchObject({ type: '/problems/invalid-input' });
  });

  it('is for admins', async () => {
    const learner = await daymark.someone();
    for (const refused of [
      learner.refused(listDrafts, {}),
      learner.refused(openDraft, { body: { title: 'Mine' } }),
      learner.refused(readDraft, { params: { slug: 'kubernetes' } }),
    ])
      expect(await refused).toMatchObject({ type: '/problems/not-permitted' });
  });
});

describe('a skills framework', () => {
  const daymark = startDaymark();
  const moodle = [
    'Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),Cross-referenced competency ID numbers,Exported ID (optional),Is framework,Taxonomy',
    ',sea,Seamanship,,1,"Not yet,Able","[]",,,,,,1,"competency"',
    'sea,knots,Knots,<p>Ties a <b>bowline</b>.</p>,1,,,,,,,,0,',
    'sea,tides,Tides,Reads tables.,1,,,,,,,,0,',
  ].join('\n');
  const casePackage = JSON.stringify({
    CFDocument: { identifier: 'd', uri: 'https://case.example/d', title: 'Harbour skills', creator: 'A harbour', lastChangeDateTime: '2026-01-01T00:00:00Z' },
    CFItems: [
      { identifier: 'a', uri: 'https://case.example/a', fullStatement: 'Moors a boat', lastChangeDateTime: '2026-01-01T00:00:00Z' },
      { identifier: 'b', uri: 'https://case.example/b', fullStatement: 'Reads a chart', humanCodingScheme: 'H.2', lastChangeDateTime: '2026-01-01T00:00:00Z' },
    ],
    CFAssociations: [],
  });

  it('becomes skills of a level, named where it cannot be mapped, and changes nothing a second time', async () => {
    const admin = await daymark.withRoles('admin');
    // A spreadsheet saves Windows-1252; none of its letters is lost.
    const saved = Buffer.from(moodle.replaceAll('Knots', 'Qualität'), 'latin1').toString('base64');
    expect(JSON.stringify((await admin.call(mapFramework, { body: { base64: saved } })).added)).toContain('"title":"Qualität"');
    expect(await admin.refused(mapFramework, { body: { text: moodle, base64: saved } })).toMatchObject({ type: '/problems/invalid-input' });
    const first = await admin.call(mapFramework, { body: { text: moodle, skills: [{ slug: 'tides', title: 'Tides' }] } });
    expect(first).toMatchObject({ format: 'moodle', title: 'Seamanship', kept: ['Tides'], added: [{ slug: 'knots', title: 'Knots' }] });
    expect(first.added[0]?.description).toContain('Ties a bowline.');
    expect(first.unmapped.length).toBeGreaterThan(0);
    expect(await admin.call(mapFramework, { body: { text: moodle, skills: [{ slug: 'tides', title: 'Tides' }, ...first.added] } })).toMatchObject({
      added: [],
    });
    expect(await admin.call(mapFramework, { body: { text: casePackage } })).toMatchObject({
      ...{ format: 'case', title: 'Harbour skills' },
      added: [{ slug: 'moors-a-boat' }, { slug: 'reads-a-chart' }],
    });
  });

  it('is refused as a whole when it cannot be read', async () => {
    const admin = await daymark.withRoles('admin');
    for (const text of ['', '{"CFDocument": {', 'a,b\n1,2'])
      expect(await admin.refused(mapFramework, { body: { text } })).toMatchObject({
        type: '/problems/framework-invalid',
        errors: [{ message: expect.any(String) }],
      });
    expect(await (await daymark.someone()).refused(mapFramework, { body: { text: moodle } })).toMatchObject({ type: '/problems/not-permitted' });
  });
});

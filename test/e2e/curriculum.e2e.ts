import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';
import { listCertifications, listReleases, publishCurriculum, readCertification, readLevel, readRelease } from '../../src/curriculum/curriculum.contract.js';
import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { previewCurriculum } from '../../src/enrollments/moves/preview.contract.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { startApp, startDaymark } from '../support/daymark.js';
import { EVENINGS, Learner } from '../support/people.js';

const SLUG = 'certified-mlops-engineer';
const NOBODY = '018f0000-0000-7000-8000-000000000000';
const shipped = readFileSync(`curricula/${SLUG}.yaml`, 'utf8');
/** The shipped curriculum under a name of its own, changed. */
const changed = (slug: string, change: (document: CurriculumDocument) => void = () => undefined) => {
  const document = parse(shipped) as CurriculumDocument;
  document.slug = slug;
  change(document);
  return stringify(document);
};

describe('the curriculum', () => {
  const daymark = startDaymark();

  it('is there from the start, as release 1, for anyone to read', async () => {
    const visitor = daymark.visitor();
    const { items } = await visitor.call(listCertifications, {});
    expect(items.find(({ slug }) => slug === SLUG)).toMatchObject({ title: 'Certified MLOps Engineer', release: 1 });
    const certification = await visitor.call(readCertification, { params: { slug: SLUG } });
    expect(certification).toMatchObject({ host: 'AIOps School', release: 1 });
    expect(
      [certification.levels, certification.learningPaths, certification.jobRoles, certification.providers, certification.questions].map(({ length }) => length),
    ).toEqual([4, 7, 8, 9, 20]);
  });

  it('says of each level what it holds and whether it is open', async () => {
    const visitor = daymark.visitor();
    const { levels } = await visitor.call(readCertification, { params: { slug: SLUG } });
    expect(levels.map(({ slug, open }) => [slug, open])).toEqual([
      ['foundation', true],
      ['professional', true],
      ['advanced', true],
      ['specialist', false],
    ]);
    for (const level of levels) {
      expect(await visitor.call(readLevel, { params: { levelId: level.id } })).toMatchObject({
        ...level,
        certification: { slug: SLUG },
        release: 1,
        retiredAt: null,
      });
    }
  });

  it('is not imported again at the next start', async () => {
    await daymark.app.get(CurriculumService).importShipped();
    const admin = await daymark.withRoles('admin');
    expect(await admin.call(listReleases, { params: { slug: SLUG } })).toEqual({
      ...{ items: [{ number: 1, publishedAt: expect.any(String), publishedBy: null }], nextCursor: null },
    });
  });

  it('is refused as a whole, with the path of every fault', async () => {
    const admin = await daymark.withRoles('admin');
    const text = changed('faulty', (document) => {
      document.levels[0]!.skills[0]!.weightPercent = 31;
      document.jobRoles[0]!.recommended = [{ level: 'nowhere' }];
      Object.assign(document, { hoast: 'x' });
    });
    const refusal = await admin.refused(publishCurriculum, { body: { text } });
    expect(refusal).toMatchObject({ type: '/problems/curriculum-invalid', status: 422 });
    expect(refusal.errors?.map(({ path }) => path)).toEqual(['hoast', 'jobRoles.0.recommended.0.level', 'levels.0.skills']);
    expect(await daymark.visitor().refused(readCertification, { params: { slug: 'faulty' } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('becomes the next release when it differs, and stays the same when it does not', async () => {
    const admin = await daymark.withRoles('admin');
    const first = await admin.call(publishCurriculum, { body: { text: changed('sequel') } });
    expect(first).toMatchObject({ slug: 'sequel', release: 1, published: true });
    expect(await admin.call(publishCurriculum, { body: { text: JSON.stringify(parse(changed('sequel'))) } })).toEqual({ ...first, published: false });
    expect(await admin.call(publishCurriculum, { body: { text: changed('sequel', (document) => (document.title = 'The Sequel')) } })).toMatchObject({
      release: 2,
      published: true,
    });
    const { items } = await admin.call(listReleases, { params: { slug: 'sequel' } });
    const newest = await admin.call(listReleases, { params: { slug: 'sequel' }, query: { limit: 1 } });
    const older = await admin.call(listReleases, { params: { slug: 'sequel' }, query: { limit: 1, cursor: newest.nextCursor! } });
    expect([...newest.items, ...older.items]).toEqual(items);
    expect(older.nextCursor).toBeNull();
    expect(items.map(({ number, publishedBy }) => [number, publishedBy?.id])).toEqual([
      [2, admin.id],
      [1, admin.id],
    ]);
    expect(await daymark.visitor().call(readCertification, { params: { slug: 'sequel' } })).toMatchObject({ title: 'The Sequel', release: 2 });
  });

  it('says what a file would change before it is published, and afterwards what a release changed', async () => {
    const admin = await daymark.withRoles('admin');
    const text = changed('in-preview');
    expect(await admin.call(previewCurriculum, { body: { text } })).toEqual({
      ...{ slug: 'in-preview', title: 'Certified MLOps Engineer', current: null, changes: [] },
      impact: { release: null, enrollments: 0, movable: 0, levels: [] },
    });
    await admin.call(publishCurriculum, { body: { text } });
    const next = changed('in-preview', ({ levels }) => void (levels[0]!.mistakes = levels[0]!.mistakes.slice(1)));
    const { changes, ...preview } = await admin.call(previewCurriculum, { body: { text: next } });
    expect(preview).toMatchObject({ slug: 'in-preview', title: 'Certified MLOps Engineer', current: 1, impact: { enrollments: 0 } });
    expect(changes).toMatchObject([{ kind: 'removed', part: 'common mistake', path: ['levels', 'foundation', 'mistakes', expect.any(String)] }]);
    expect((await admin.call(listReleases, { params: { slug: 'in-preview' } })).items).toHaveLength(1);

    await admin.call(publishCurriculum, { body: { text: next } });
    const release = await admin.call(readRelease, { params: { slug: 'in-preview', number: 2 } });
    expect(release).toMatchObject({ number: 2, since: 1, changes });
    expect(await admin.call(previewCurriculum, { body: { text: release.text } })).toMatchObject({ current: 2, changes: [] });
    expect(await admin.call(readRelease, { params: { slug: 'in-preview', number: 1 } })).toMatchObject({ since: null, changes: [] });
    const back = await admin.call(readRelease, { params: { slug: 'in-preview', number: 1 }, query: { since: 2 } });
    expect(back.changes).toHaveLength(1);
    for (const address of [{ number: 3 }, { number: 2, since: 9 }]) {
      const { number, ...query } = address;
      expect(await admin.refused(readRelease, { params: { slug: 'in-preview', number }, query })).toMatchObject({ type: '/problems/not-found' });
    }
    expect(await admin.refused(previewCurriculum, { body: { text: 'slug: nothing' } })).toMatchObject({ type: '/problems/curriculum-invalid' });
    expect(await (await daymark.learner({ enrolled: false })).refused(previewCurriculum, { body: { text } })).toMatchObject({
      type: '/problems/not-permitted',
    });
  });

  it('keeps who a level is while it is left out and when it is back', async () => {
    const admin = await daymark.withRoles('admin');
    const publish = (change?: (document: CurriculumDocument) => void) => admin.call(publishCurriculum, { body: { text: changed('comeback', change) } });
    const withoutSpecialist = (document: CurriculumDocument) => {
      document.levels.pop();
      for (const path of document.learningPaths) path.levels = path.levels.filter((slug) => slug !== 'specialist');
      for (const role of document.jobRoles) role.recommended = role.recommended.filter((each) => !('level' in each) || each.level !== 'specialist');
    };
    await publish();
    const before = await admin.call(readCertification, { params: { slug: 'comeback' } });
    const specialist = before.levels[3]!;
    await publish(withoutSpecialist);
    expect((await admin.call(readCertification, { params: { slug: 'comeback' } })).levels).toHaveLength(3);
    expect(await admin.call(readLevel, { params: { levelId: specialist.id } })).toMatchObject({
      title: 'MLOps Specialist',
      release: 1,
      retiredAt: expect.any(String),
    });
    expect(await daymark.app.get(CurriculumService).levelContent(specialist.id)).toMatchObject({ retired: true, open: false, releaseNumber: 1 });
    const retired = await daymark.database.query('select count(*) as count from skill where level_id = $1 and retired_at is not null', [specialist.id]);
    expect(retired).toEqual([{ count: 3 }]);
    await publish();
    const after = await admin.call(readCertification, { params: { slug: 'comeback' } });
    expect(after).toMatchObject({ release: 3 });
    expect(after.levels).toEqual(before.levels);
    expect(await admin.call(readLevel, { params: { levelId: specialist.id } })).toMatchObject({ release: 3, retiredAt: null });
  });

  it('loses no release of ten published at once', async () => {
    const admin = await daymark.withRoles('admin');
    const texts = Array.from({ length: 10 }, (_, i) => changed('rush', (document) => (document.title = `Rush ${i}`)));
    const releases = await Promise.all(texts.map((text) => admin.call(publishCurriculum, { body: { text } })));
    expect(releases.map(({ release }) => release).sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is sent once, and then only asked about: 304 until a release follows', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: changed('asked-about') } });
    const address = `${daymark.url}/api/v1/certifications/asked-about`;
    const first = await fetch(address, { headers: { 'accept-encoding': 'gzip, br' } });
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control'), first.headers.get('content-encoding')]).toEqual([200, 'no-cache', 'br']);
    const body = (await first.json()) as { release: number };
    expect(body.release).toBe(1);
    const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
    expect([await plain.json(), plain.headers.get('content-encoding'), plain.headers.get('etag')]).toEqual([body, null, tag]);
    expect((await fetch(address, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);

    await admin.call(publishCurriculum, { body: { text: changed('asked-about', (document) => (document.title = 'Asked anew')) } });
    const next = await fetch(address, { headers: { 'if-none-match': tag } });
    expect(next.status).toBe(200);
    expect(await next.json()).toMatchObject({ title: 'Asked anew', release: 2 });
  });

  it('is read from a release that is older than a key of its documents', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: changed('aged') } });
    // As it was written before skills could say what comes before them.
    await daymark.database.query(
      `update release set document = regexp_replace(document::text, ', "after": \\[\\]|"after": \\[\\], ', '', 'g')::jsonb
       where certification_id = (select id from certification where slug = 'aged')`,
    );
    const [{ left }] = (await daymark.database.query(
      `select count(*)::int as left from release join certification c on c.id = certification_id where c.slug = 'aged' and document::text like '%"after"%'`,
    )) as [{ left: number }];
    expect(left).toBe(0);
    const app = await startApp(daymark.databaseUrl);
    try {
      const learner = await new Learner((await app.getUrl()).replace('[::1]', 'localhost')).registers();
      const { levels } = await learner.call(readCertification, { params: { slug: 'aged' } });
      expect(levels[0]?.skills[0]).toMatchObject({ after: [] });
      learner.enrollment = await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: null, availability: EVENINGS } });
      expect((await learner.plan()).items.length).toBeGreaterThan(0);
    } finally {
      await app.close();
    }
  });

  it('is planned in the order that its skills ask for', async () => {
    const admin = await daymark.withRoles('admin');
    const text = changed('ordered', ({ levels: [foundation] }) => {
      const [first, , , last] = foundation!.skills;
      first!.after = [last!.slug];
    });
    await admin.call(publishCurriculum, { body: { text } });
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug: 'ordered' } });
    learner.enrollment = await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: null, availability: EVENINGS } });
    const studied = (await learner.plan()).items.filter(({ kind }) => kind === 'study').map(({ skillId }) => skillId);
    const [first, last] = [levels[0]!.skills[0]!.id, levels[0]!.skills[3]!.id];
    expect(studied.indexOf(first)).toBeGreaterThan(studied.lastIndexOf(last));
  });

  it('is there for good under the number of a release: a browser need not even ask again', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: changed('for-good') } });
    await admin.call(publishCurriculum, { body: { text: changed('for-good', (document) => (document.title = 'For Better')) } });
    const read = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${daymark.url}/api/v1/certifications/for-good/releases/2${query}`, { headers: { authorization: `Bearer ${admin.token}`, ...headers } });
    const tags = new Set<string>();
    for (const query of ['', '?format=json', '?since=2']) {
      const answer = await read(query);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']);
      expect(answer.headers.get('vary')).toContain('authorization');
      const tag = answer.headers.get('etag') ?? '';
      tags.add(tag);
      expect((await read(query, { 'if-none-match': tag })).status).toBe(304);
    }
    expect(tags.size).toBe(3);
    expect((await read('', { authorization: '' })).headers.get('cache-control')).not.toContain('immutable');
    expect((await read('?since=9')).headers.get('cache-control')).not.toContain('immutable');
  });

  it('is found by a part of its name, or of a level’s', async () => {
    const visitor = daymark.visitor();
    const found = async (q: string) => (await visitor.call(listCertifications, { query: { q } })).items.map(({ slug }) => slug);
    expect(await found('UBERNET')).toEqual(['kubernetes']);
    expect(await found('security specialist')).toEqual(['kubernetes']);
    expect(await found('%')).toEqual([]);
    expect(await visitor.refused(listCertifications, { query: { q: ' ' } })).toMatchObject({ errors: [{ path: 'query.q' }] });
  });

  it('lists page by page', async () => {
    const visitor = daymark.visitor();
    const all = await visitor.call(listCertifications, {});
    const first = await visitor.call(listCertifications, { query: { limit: 1 } });
    const second = await visitor.call(listCertifications, { query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 2));
    expect(all.nextCursor).toBeNull();
  });

  it('tells later features what a level asks for, by ids', async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: SLUG } });
    const [foundation, professional] = levels;
    const curriculum = daymark.app.get(CurriculumService);
    const content = await curriculum.levelContent(professional!.id);
    expect(content).toMatchObject({ certificationSlug: SLUG, releaseNumber: 1, open: true, retired: false, basis: 'estimate' });
    expect(content.prerequisites[0]).toMatchObject({ kind: 'level', rule: 'recommended', levelId: foundation!.id });
    expect(content.skills.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBe(100);
    expect(content.projects[0]?.skillIds).toEqual([content.skills[0]?.id, content.skills[3]?.id]);
    expect(content.templates.map(({ minDays }) => minDays)).toEqual([7, 30, 60]);
    expect(content.templates[1]?.phases[0]?.focus).toEqual([content.skills[1]?.id]);
    expect((await curriculum.levelContent(foundation!.id, content.releaseId)).templates.map(({ minDays }) => minDays)).toEqual([7, 30]);
    await expect(curriculum.levelContent(foundation!.id, NOBODY)).rejects.toThrow('There is no such release.');
  });

  it('is published and its releases are read by admins only', async () => {
    const learner = await daymark.someone();
    expect(await learner.refused(publishCurriculum, { body: { text: shipped } })).toMatchObject({ status: 403 });
    expect(await learner.refused(listReleases, { params: { slug: SLUG } })).toMatchObject({ status: 403 });
    const admin = await daymark.withRoles('admin');
    expect(await admin.refused(listReleases, { params: { slug: 'nowhere' } })).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.refused(readLevel, { params: { levelId: NOBODY } })).toMatchObject({ type: '/problems/not-found' });
  });

  it('is read from the bytes of a file in any encoding, and never with a lost character', async () => {
    const admin = await daymark.withRoles('admin');
    const text = changed('encoded', (document) => void (document.title = 'Qualität prüfen'));
    const asFile = (bytes: Buffer) => ({ body: { base64: bytes.toString('base64') } });
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await admin.call(previewCurriculum, asFile(utf16))).toMatchObject({ slug: 'encoded', title: 'Qualität prüfen' });
    expect(await admin.call(publishCurriculum, asFile(utf16))).toMatchObject({ title: 'Qualität prüfen', release: 1 });
    const lost = text.replace('Qualität', 'Qualit\ufffdt');
    for (const body of [asFile(Buffer.from(lost)).body, { text: lost }])
      expect(await admin.refused(publishCurriculum, { body })).toMatchObject({
        type: '/problems/curriculum-invalid',
        errors: [{ message: expect.stringMatching(/^Line \d+, column \d+: A character was lost here/) }],
      });
  });
});

import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';
import { listCertifications, publishCurriculum } from '../../src/curriculum/curriculum.contract.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { searchCurricula, type SearchResult } from '../../src/curriculum/search.contract.js';
import { findStart } from '../../src/curriculum/where-to-start.contract.js';
import { startDaymark } from '../support/daymark.js';

const MLOPS = { slug: 'certified-mlops-engineer', title: 'Certified MLOps Engineer' };
const shipped = readFileSync(`curricula/${MLOPS.slug}.yaml`, 'utf8');

describe('the search', () => {
  const daymark = startDaymark();
  const finds = async (q: string, limit?: number): Promise<SearchResult[]> =>
    (await daymark.visitor().call(searchCurricula, { query: { q, ...(limit && { limit }) } })).items;
  const titles = async (q: string): Promise<string[]> => (await finds(q)).map(({ title }) => title);
  const hits = ({ excerpt }: SearchResult): string[] => excerpt.filter(({ hit }) => hit).map(({ text }) => text);
  const publishes = async (slug: string, change: (document: CurriculumDocument) => void) => {
    const document = parse(shipped) as CurriculumDocument;
    document.slug = slug;
    change(document);
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: stringify(document) } });
  };

  it('finds a visitor a skill by its name, with where it belongs and what it says', async () => {
    const [first] = await finds('versioning of data');
    expect(first).toMatchObject({
      ...{ kind: 'skill', slug: 'versioning-data-and-code', title: 'Versioning of data and code' },
      ...{ certification: MLOPS, level: { id: expect.any(String), slug: 'foundation', title: 'MLOps Foundation' } },
    });
    expect(first?.excerpt.map(({ text }) => text).join('')).toMatch(/^Keep code and the data it was trained on in step/);
    expect(hits(first!)).toEqual(['data']);
  });

  it.each<[SearchResult['kind'], string, string]>([
    ['certification', 'certified mlops engineer', 'Certified MLOps Engineer'],
    ['level', 'mlops professional', 'MLOps Professional'],
    ['skill', 'maturity models', 'MLOps maturity models'],
    ['project', 'workflow end-to-end', 'Document an end-to-end workflow'],
    ['next-certification', 'DevSecOps', 'DevSecOps'],
    ['provider', 'Cotocus', 'Cotocus'],
    ['question', 'data privacy', 'Where does data privacy come in?'],
  ])('finds a %s', async (kind, words, title) => {
    expect(await finds(words)).toContainEqual(expect.objectContaining({ kind, title }));
  });

  it('finds a word while it is being typed', async () => {
    for (const typed of ['kuber', 'kubernet', 'KUBERNETES']) expect((await titles(typed))[0]).toMatch(/Kubernetes/);
    expect((await titles('kubernetes adm'))[0]).toBe('Kubernetes Administrator (CKA)');
  });

  it('finds a word by its other forms', async () => {
    const [first] = await finds('deploying');
    expect(first?.title).toMatch(/deploy/i);
    expect((await finds('deploying')).flatMap(hits).map((word) => word.toLowerCase())).toContain('deployment');
  });

  it('finds what was misspelt', async () => {
    for (const typed of ['kuberntes', 'kubernets', 'kubrenetes', 'kubernetse']) expect((await titles(typed))[0]).toMatch(/Kubernetes/);
    expect((await finds('tensrflow')).flatMap(hits)).toContain('TensorFlow');
    expect((await finds('dokcer')).flatMap(hits)).toContain('Docker');
    expect((await titles('kuberntes administrator'))[0]).toBe('Kubernetes Administrator (CKA)');
  });

  it('finds a part of a compound, and a question asked in full', async () => {
    expect((await finds('scikit')).flatMap(hits)).toContain('scikit');
    expect((await titles('where does the data privacy come in?'))[0]).toBe('Where does data privacy come in?');
  });

  it('shows what was written with marks as plain words, in excerpts, the catalog and quotations', async () => {
    await publishes('marked', (document) => {
      document.summary = 'Shows that one can **taste** zobo:\n\n- black\n- [green](https://harbour.example)';
      document.levels[0]!.summary = 'Where *zobo* begins.';
    });
    const excerpts = (await finds('zobo')).map(({ excerpt }) => excerpt.map(({ text }) => text).join(''));
    expect(excerpts).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Shows that one can taste zobo: black, green/), expect.stringMatching(/^Where zobo begins\./)]),
    );
    const { items } = await daymark.visitor().call(listCertifications, { query: { limit: 100 } });
    expect(items.find(({ slug }) => slug === 'marked')?.summary).toBe('Shows that one can taste zobo: black, green');
    expect((await daymark.visitor().call(findStart, { params: { slug: 'marked' }, query: {} })).reasons[0]?.quote).toBe('Where zobo begins.');
  });

  it('lists titles before prose, and whole words before beginnings', async () => {
    await publishes('order-of-things', (document) => {
      document.title = 'Order of Things';
      document.levels[0]!.skills[0]!.title = 'Quokkas at large';
      document.levels[0]!.skills[1]!.title = 'Quokka';
      document.levels[0]!.skills[1]!.description = 'A small one.';
      document.levels[0]!.skills[2]!.description = 'Where a quokka, a quokka and a quokka meet.';
      document.levels[0]!.skills[3]!.title = 'Quokkaology';
    });
    expect((await titles('quokka')).slice(0, 4)).toEqual(['Quokka', 'Quokkas at large', 'Quokkaology', 'MLOps maturity models']);
  });

  it('finds what holds any of the words where nothing holds all', async () => {
    const found = await titles('cotocus scmgalaxy');
    expect(found).toEqual(expect.arrayContaining(['Cotocus', 'Scmgalaxy']));
    expect((await titles('storage mlops maturity'))[0]).toBe('MLOps maturity models');
  });

  it('finds nothing of what a newer release left out, and what it brought', async () => {
    await publishes('in-motion', ({ levels }) => void (levels[0]!.skills[0]!.title = 'Narwhal husbandry'));
    expect(await titles('narwhal')).toEqual(['Narwhal husbandry']);
    await publishes('in-motion', ({ levels }) => void (levels[0]!.skills[0]!.title = 'Axolotl husbandry'));
    expect(await titles('narwhal')).toEqual([]);
    expect(await titles('narwahl')).toEqual([]);
    expect(await titles('husbandry')).toEqual(['Axolotl husbandry']);
  });

  it('finds what was published before there was a search, from the next start on', async () => {
    const before = await finds('versioning', 50);
    expect(before.length).toBeGreaterThan(0);
    await daymark.database.query('delete from curriculum_passage');
    await daymark.database.query('delete from curriculum_word');
    expect(await finds('versioning')).toEqual([]);
    const curriculum = daymark.app.get(CurriculumService);
    await Promise.all([curriculum.importShipped(), curriculum.importShipped()]);
    expect(await finds('versioning', 50)).toEqual(before);
    expect((await titles('kuberntes'))[0]).toMatch(/Kubernetes/);
  });

  it('lists as many as are wanted', async () => {
    expect(await finds('mlops', 3)).toHaveLength(3);
    expect(await finds('mlops')).toHaveLength(20);
  });

  it('answers an empty list where there is nothing', async () => {
    expect(await finds('qwertyuiopasdf')).toEqual([]);
    expect(await finds('x')).toEqual([]);
  });

  it.each([
    `&|!():*`,
    `kubernetes & ! | ( ) :* <->`,
    `'; drop table release; --`,
    `"unclosed`,
    `\\ \\' ''`,
    `a:b:*A`,
    `the`,
    `a`,
    `to be or not to be`,
    `1e5 3.14 -7 0x1f 12:30 2024-01-01 a@b.example https://x.example/y?z=1 /etc/passwd &amp; <b>x</b>`,
    'x'.repeat(100),
    'ß'.repeat(100),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9',
    'Äpfel résumé naïve İstanbul ﬁne ½ ² ٣',
    '机器学习 쿠버네티스 कुबेरनेट्स кубернетес',
    '👩‍🚀🚀 \u200b\u202e\u0301',
    '%%% ___ {}[]$$ $1',
  ])('never fails: %s', async (q) => {
    expect(await finds(q)).toBeInstanceOf(Array);
  });

  it('refuses what is empty, longer than anybody types, or cannot be stored', async () => {
    for (const q of ['', '   ', 'x'.repeat(101), '\u0000kuber\u0000'])
      expect(await daymark.visitor().refused(searchCurricula, { query: { q } })).toMatchObject({ status: 400 });
  });
});

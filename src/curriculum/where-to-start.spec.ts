import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { assertProperty } from '../../test/support/property.js';
import type { Certification } from './curriculum.contract.js';
import { withIds } from './published-release.js';
import { readCurriculum } from './read-curriculum.js';
import { subjectsOf } from './subjects.js';
import { prerequisiteKey, StartingPoint, type Said } from './where-to-start.contract.js';
import { whereToStart } from './where-to-start.js';

const ID = '018f0000-0000-7000-8000-000000000000';

function certificationOf(file: string): Certification {
  const document = readCurriculum(readFileSync(`curricula/${file}.yaml`, 'utf8')).document ?? fail();
  const ids = (items: readonly { slug: string }[]) => Object.fromEntries(items.map(({ slug }) => [slug, ID]));
  const identities = Object.fromEntries(document.levels.map(({ slug, skills, projects }) => [slug, { id: ID, skills: ids(skills), projects: ids(projects) }]));
  return { ...document, levels: withIds(document, identities), release: 1, publishedAt: '2026-03-01T00:00:00.000Z', offering: 'listed' };
}

const mlops = certificationOf('certified-mlops-engineer');
const kubernetes = certificationOf('kubernetes');
const NOTHING_SAID: Said = { knows: [], lacks: [], met: [], partly: [], unmet: [], passed: [] };
const ask = (said: Partial<Said>, certification = mlops) => whereToStart(certification, { ...NOTHING_SAID, ...said });
const start = (said: Partial<Said>, certification = mlops) => ask(said, certification).level?.slug ?? null;
const kinds = (said: Partial<Said>, certification = mlops) => ask(said, certification).reasons.map(({ kind }) => kind);

describe('where to start', () => {
  it('worked by hand: who knows Docker and Python, not Kubernetes, begins with Professional', () => {
    // Two of the three names in "Linux, Docker and Python" are known, none is lacking; Foundation is only advised; Kubernetes is no
    // prerequisite of Professional but one of its skills.
    const { level, reasons, before, alternatives } = ask({ knows: ['docker', 'python'], lacks: ['kubernetes'] });
    expect(level?.title).toBe('MLOps Professional');
    expect(reasons.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'order: In the order the levels are best taken, MLOps Foundation comes first.',
      'known: You know Docker and Python, which MLOps Professional asks for.',
      'taught-here: Kubernetes, which you do not know yet, you learn here.',
      'advice: MLOps Foundation before it is advice, not a rule.',
    ]);
    expect(reasons[1]?.quote).toBe('You should be at home in Linux, Docker and Python.');
    expect(before[1]).toMatchObject({ key: 'professional.2', standing: 'unsaid' });
    expect(before[1]?.subjects.map(({ name, said }) => `${name} ${said}`)).toEqual(['Linux unsaid', 'Docker known', 'Python known']);
    expect(alternatives.map((each) => each.level.slug)).toEqual(['foundation', 'advanced']);
  });

  it('is the first level where nothing is said', () => {
    expect(start({})).toBe('foundation');
    expect(start({}, kubernetes)).toBe('administrator');
  });

  it('is the first level of the job role, or of the path, and says so', () => {
    expect(start({ role: 'data-engineer' })).toBe('foundation');
    const { level, reasons } = ask({ path: 'sre' });
    expect(level?.slug).toBe('professional');
    expect(reasons[0]?.words).toBe('The SRE path leads over MLOps Professional and MLOps Advanced. Which levels lead there is our suggestion.');
    expect(ask({ role: 'finops-practitioner' }).reasons[0]?.words).toBe(
      'For a FinOps Practitioner the program recommends MLOps Foundation and FinOps Specialist, held elsewhere.',
    );
    expect(ask({ role: 'sre' }).reasons[0]?.words).toMatch(/^For an SRE/);
  });

  it('goes on to the next level of the way for who knows what that one asks for', () => {
    expect(start({ role: 'data-engineer', knows: ['docker', 'python', 'linux'] })).toBe('professional');
    expect(start({ knows: ['python'] })).toBe('foundation');
    expect(start({ knows: ['docker', 'python'], lacks: ['linux'] })).toBe('foundation');
    // No level advises another here, so knowing Linux lifts nobody past the first.
    expect(start({ knows: ['linux', 'yaml'] }, kubernetes)).toBe('administrator');
  });

  it('steps back to the level before when half of what a level asks for is missing', () => {
    expect(start({ level: 'professional', unmet: ['professional.1'] })).toBe('professional');
    expect(start({ level: 'professional', unmet: ['professional.1', 'professional.3'] })).toBe('foundation');
    expect(start({ level: 'professional', partly: ['professional.1', 'professional.2', 'professional.3', 'professional.4'] })).toBe('foundation');
    expect(kinds({ level: 'professional', unmet: ['professional.1', 'professional.3'] })).toEqual(['asked', 'lacking', 'lacking', 'step-back']);
    expect(ask({ level: 'professional', unmet: ['professional.1', 'professional.3'] }).alternatives[0]).toMatchObject({
      level: { slug: 'professional' },
      words: 'You may begin here all the same: what is missing is advice, not a rule.',
    });
  });

  it('stays when less than half is missing, and never says that all of it is there', () => {
    // Of four things one is missing and one is there in part: 1.5 of 4, less than half.
    const { level, reasons, before, alternatives } = ask({
      ...{ level: 'professional', met: ['professional.2', 'professional.3'], partly: ['professional.4'], unmet: ['professional.1'] },
    });
    expect(level?.slug).toBe('professional');
    expect(reasons.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'asked: You asked about MLOps Professional.',
      'within-reach: What is missing is less than half of what MLOps Professional asks for, so it can be learnt on the way.',
      'known: You have this, which MLOps Professional asks for.',
      'known: You have this, which MLOps Professional asks for.',
      'advice: MLOps Foundation before it is advice, not a rule.',
    ]);
    expect(before.map(({ standing }) => standing)).toEqual(['lacking', 'met', 'met', 'partly']);
    expect(alternatives.map((each) => `${each.level.slug}: ${each.words}`)).toEqual([
      'foundation: It comes before MLOps Professional, for surer ground.',
      'advanced: It comes after, for those who know already what MLOps Professional teaches.',
    ]);
  });

  it('quotes what was written with marks in plain words', () => {
    const levels = mlops.levels.map((level) => ({ ...level, summary: '**Begin** here:\n\n- [now](https://harbour.example)' }));
    expect(ask({}, { ...mlops, levels }).reasons[0]?.quote).toBe('Begin here: now');
  });

  it('says that all of it is there when it is', () => {
    const met = ['professional.1', 'professional.2', 'professional.3', 'professional.4'];
    const words = ask({ level: 'professional', met }).reasons.map((each) => each.words);
    expect(words).toContain('You have what MLOps Professional asks for.');
    expect(words.join(' ')).not.toContain('is missing');
  });

  it('stays where no level comes before, and says what to learn first', () => {
    const { level, before } = ask({ level: 'foundation', unmet: ['foundation.1', 'foundation.2'] });
    expect(level?.slug).toBe('foundation');
    expect(before.map(({ standing }) => standing)).toEqual(['lacking', 'lacking']);
  });

  it('never is a level that is not open, but one before it', () => {
    expect(start({ level: 'specialist' })).toBe('advanced');
    expect(ask({ level: 'specialist' }).reasons[1]?.words).toBe('MLOps Specialist is not open yet, so one before it: MLOps Advanced.');
    expect(start({ level: 'specialist', unmet: ['specialist.1'] })).toBe('foundation');
    expect(start({ role: 'security-engineer', passed: ['foundation'] })).toBe('advanced');
  });

  it('never is a level that demands one which is not passed', () => {
    expect(start({ level: 'security-specialist' }, kubernetes)).toBe('administrator');
    expect(start({ level: 'security-specialist', met: ['security-specialist.1'] }, kubernetes)).toBe('administrator');
    expect(ask({ level: 'security-specialist' }, kubernetes).reasons[1]).toEqual({
      kind: 'comes-first',
      words: 'Kubernetes Security Specialist (CKS) can be begun only once Kubernetes Administrator (CKA) is passed.',
      quote: 'The program lets you sit this exam only after you have passed CKA.',
    });
    expect(start({ level: 'security-specialist', passed: ['administrator'] }, kubernetes)).toBe('security-specialist');
  });

  it('goes on behind a way that is done', () => {
    expect(start({ role: 'data-engineer', passed: ['foundation', 'professional'] })).toBe('advanced');
    expect(kinds({ role: 'data-engineer', passed: ['foundation', 'professional'] })).toContain('way-done');
    expect(ask({ passed: ['foundation', 'professional', 'advanced'] })).toMatchObject({ level: null, alternatives: [] });
  });
});

describe('whatever somebody says', () => {
  /** One of the shipped certifications with levels shut and prerequisites made rules at will, and any answers to it. */
  const asked = fc.constantFrom(mlops, kubernetes).chain((certification) => {
    const slugs = certification.levels.map(({ slug }) => slug);
    const keys = certification.levels.flatMap(({ slug, prerequisites }) => prerequisites.map((_, index) => prerequisiteKey(slug, index)));
    const optionally = (items: readonly { slug: string }[]) => fc.option(fc.constantFrom(...items.map(({ slug }) => slug)), { nil: undefined });
    const some = (items: readonly string[]) => fc.subarray([...items]);
    const parted = (items: readonly string[]) => fc.array(fc.nat({ max: 3 }), { minLength: items.length, maxLength: items.length });
    return fc
      .record({
        role: optionally(certification.jobRoles),
        path: optionally(certification.learningPaths),
        level: optionally(certification.levels),
        subjects: parted(subjectsOf(certification).map(({ slug }) => slug)),
        prerequisites: parted(keys),
        passed: some(slugs),
        shut: some(slugs),
        demanding: some(slugs),
      })
      .map(({ role, path, level, subjects, prerequisites, passed, shut, demanding }) => {
        const ofSubjects = (part: number) => subjectsOf(certification).flatMap(({ slug }, index) => (subjects[index] === part ? slug : []));
        const ofKeys = (part: number) => keys.filter((_, index) => prerequisites[index] === part);
        const levels = certification.levels.map((each) => ({
          ...each,
          open: each.open && !shut.includes(each.slug),
          prerequisites: each.prerequisites.map((one) => (demanding.includes(each.slug) ? { ...one, rule: 'enforced' as const } : one)),
        }));
        const said: Said = { role, path, level, knows: ofSubjects(1), lacks: ofSubjects(2), met: ofKeys(1), partly: ofKeys(2), unmet: ofKeys(3), passed };
        return { certification: { ...certification, levels }, said };
      });
  });
  const mayBegin = ({ levels }: Certification, { passed }: Said) =>
    levels
      .filter(({ slug, open }) => open && !passed.includes(slug))
      .filter(({ prerequisites }) => prerequisites.every((each) => each.kind !== 'level' || each.rule !== 'enforced' || passed.includes(each.level)))
      .map(({ slug }) => slug);

  it('they are sent to a level they may begin, and to none only where there is none', () => {
    assertProperty(
      fc.property(asked, ({ certification, said }) => {
        const possible = mayBegin(certification, said);
        const { level, alternatives } = whereToStart(certification, said);
        if (possible.length === 0) expect(level).toBeNull();
        else expect(possible).toContain(level?.slug);
        for (const each of alternatives) expect(possible).toContain(each.level.slug);
        expect(alternatives.map((each) => each.level.slug)).not.toContain(level?.slug);
      }),
    );
  });

  it('they are told that they have what a level asks for only where nothing of it is missing', () => {
    assertProperty(
      fc.property(asked, ({ certification, said }) => {
        const { level, reasons, before } = whereToStart(certification, said);
        const all = `You have what ${level?.title} asks for.`;
        if (reasons.some(({ words }) => words === all)) expect(before.map(({ standing }) => standing)).toEqual(before.map(() => 'met'));
        for (const { words } of reasons) expect(words).toMatch(/^[A-Z].*[^.]\.$/);
      }),
    );
  });

  it('they are told why, in an answer that the contract lets out whole', () => {
    assertProperty(
      fc.property(asked, ({ certification, said }) => {
        const answer = whereToStart(certification, said);
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(StartingPoint.parse(answer)).toEqual(answer);
        expect(whereToStart(certification, said)).toEqual(answer);
      }),
    );
  });

  it('knowing one thing more never sends them to an earlier level', () => {
    assertProperty(
      fc.property(fc.subarray(subjectsOf(mlops).map(({ slug }) => slug)), fc.constantFrom(...subjectsOf(mlops)), (knows, { slug }) => {
        const order = (said: string[]) => mlops.levels.findIndex((level) => level.slug === start({ knows: said }));
        expect(order([...new Set([...knows, slug])])).toBeGreaterThanOrEqual(order(knows));
      }),
    );
  });
});

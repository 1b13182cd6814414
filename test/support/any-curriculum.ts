/** Any curriculum that there can be: every key of the document's contract, there or not, with references that hold and shares that sum to 100. */
import fc, { type Arbitrary } from 'fast-check';
import { manyLines, singleLine } from '../../src/platform/text/normal-text.contract.js';
import type { CurriculumDocument, LevelDocument } from '../../src/curriculum/curriculum-document.contract.js';

/** Words that a writer of YAML could trip over, among plain ones that several parts may share. */
const TRICKY = ['yes', 'null', '~', '1.0', '2026-03-02', '- a', 'a: b', '# no', '"quoted"', "it's", 'two\nlines', ' in between ', '{a}', '%', '@x', '|'];
const PLAIN = ['Tides', 'Charts', 'Knots', 'Reads a chart.', 'Ties a bowline.', 'Keeps a log.', 'Keeps a log.'];
const cleaned = (text: string) => text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '').trim();
const textOf = (longest: number) =>
  fc
    .oneof({ weight: 6, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }))
    .map((text) => cleaned(text).slice(0, longest))
    .map(cleaned)
    .filter((text) => text.length > 0);
/** As a document keeps them, so that what is read back is the same. */
const title = textOf(200)
  .map(singleLine)
  .filter((text) => text.length > 0);
const prose = textOf(5_000)
  .map(manyLines)
  .filter((text) => text.length > 0);
const link = fc.constantFrom('https://harbour.example/exam', 'http://harbour.example/?q=a&b=c#d');
const basis = fc.constantFrom('published' as const, 'estimate' as const);
const slugs = (names: readonly string[], minLength = 0) => fc.shuffledSubarray([...names], { minLength });
const few = <Item>(item: Arbitrary<Item>) => fc.array(item, { maxLength: 4 });
/** Some of these keys may be absent. */
const partly = <Fields extends object, Key extends keyof Fields>(fields: { [K in keyof Fields]: Arbitrary<Fields[K]> }, ...optional: Key[]) =>
  fc.record(fields, { requiredKeys: (Object.keys(fields) as (keyof Fields)[]).filter((key) => !optional.includes(key as Key)) }) as Arbitrary<
    Omit<Fields, Key> & Partial<Pick<Fields, Key>>
  >;
const span = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 0, max: 50 })).map(([min, more]) => ({ min, max: Math.min(most, min + more) }));

/** So many shares above 0 that sum to 100. */
function shares(count: number): Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }).map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const rounded = parts.map((part) => Math.max(1, Math.floor((part / sum) * 100 * 2) / 2));
    const [first = 0, ...others] = rounded;
    return count === 0 ? [] : [100 - others.reduce((total, part) => total + part, 0), ...others].map((part) => part || first);
  });
}

const nextStep = (levels: readonly string[]) => partly({ name: title, summary: prose, level: fc.constantFrom(...levels), link }, 'summary', 'level', 'link');

const prerequisite = (earlier: readonly string[]) => {
  const rule = fc.constantFrom('recommended' as const, 'enforced' as const);
  const said = fc.record({ kind: fc.constantFrom('knowledge' as const, 'experience' as const), text: prose, rule });
  if (earlier.length === 0) return said;
  return fc.oneof(said, fc.record({ kind: fc.constant('level' as const), level: fc.constantFrom(...earlier), text: prose, rule }));
};

const planOf = (slug: string, parts: readonly string[]) =>
  fc.integer({ min: 0, max: 3 }).chain((count) =>
    fc
      .record({
        shape: partly({ title, summary: prose, exception: prose }, 'exception'),
        days: span(1_826),
        isNeeded: fc.boolean(),
        phases: fc.array(fc.record({ title, summary: prose, focus: slugs(parts) }), { minLength: count, maxLength: count }),
        shares: shares(count),
      })
      .map(({ shape: { exception, ...named }, days, isNeeded, phases, shares: parts }) => {
        const needed = isNeeded && count > 0;
        const all = phases.map((phase, index) => ({ ...phase, sharePercent: parts[index]! }));
        return { slug, ...named, minDays: days.min, maxDays: days.max, needed, ...(!needed && exception && { exception }), phases: all };
      }),
  );

const minutes = fc.integer({ min: 1, max: 60_000 });

/** Skills and projects of a level: with weights and efforts throughout, or hardly any. */
const content = fc.tuple(slugs(['charts', 'tides', 'knots', 'lights']), slugs(['log-book', 'passage']), fc.boolean()).chain(([skills, projects, isOpen]) => {
  const weighed = isOpen && skills.length > 0;
  const effort = <Fields extends object>(fields: { [K in keyof Fields]: Arbitrary<Fields[K]> }) =>
    weighed ? fc.record({ ...fields, effortMinutes: minutes }) : partly({ ...fields, effortMinutes: minutes }, 'effortMinutes' as never);
  return fc.record({
    basis: weighed ? basis : fc.option(basis, { nil: undefined }),
    weights: shares(skills.length).map((parts) => (weighed ? parts : [])),
    skills: fc.tuple(...skills.map((slug, index) => effort({ slug: fc.constant(slug), title, description: prose, after: slugs(skills.slice(0, index)) }))),
    projects: fc.tuple(...projects.map((slug) => effort({ slug: fc.constant(slug), title, description: prose, shows: slugs(skills), acceptance: few(prose) }))),
    plans: slugs(['short', 'long']).chain((names) => fc.tuple(...names.map((slug) => planOf(slug, [...skills, ...projects])))),
  });
});

function levelOf(slug: string, earlier: readonly string[], levels: readonly string[]): Arbitrary<LevelDocument> {
  const way = nextStep(levels);
  const said = partly(
    {
      ...{ title, track: title, audience: few(title), summary: prose, order: fc.integer({ min: 1, max: 1_000 }), optional: fc.boolean() },
      ...{ prerequisites: few(prerequisite(earlier)), validates: prose, typicalDays: span(1_826), mistakes: few(prose) },
      next: partly({ sameTrack: way, crossTrack: way, leadership: way }, 'sameTrack', 'crossTrack', 'leadership'),
      exam: partly({ passMarkPercent: fc.integer({ min: 0, max: 100 }), minutes, format: prose }, 'passMarkPercent', 'minutes', 'format'),
    },
    ...(['validates', 'typicalDays', 'next', 'exam'] as const),
  );
  return fc.tuple(said, content).map(([{ prerequisites, ...level }, { basis: given, weights, skills, projects, plans }]) => ({
    ...{ slug, ...level, prerequisites, ...(given && { basis: given }) },
    skills: skills.map((skill, index) => ({ ...skill, ...(weights[index] !== undefined && { weightPercent: weights[index] }) })),
    ...{ projects, planTemplates: plans },
  })) as Arbitrary<LevelDocument>;
}

/** @param slug of the certification; two of the same differ in everything else */
export const anyCurriculum = (slug = 'seamanship'): Arbitrary<CurriculumDocument> =>
  slugs(['basics', 'coastal', 'offshore', 'master'], 1).chain((levels) => {
    const step = nextStep(levels);
    const named = (names: readonly string[], of: (slug: string) => Arbitrary<object>) => slugs(names).chain((chosen) => fc.tuple(...chosen.map(of)));
    const recommended = fc.oneof(fc.record({ level: fc.constantFrom(...levels) }), fc.record({ external: title }));
    const path = (slug: string) => fc.record({ slug: fc.constant(slug), title, focus: prose, levels: slugs(levels), basis });
    const role = (slug: string) => fc.record({ slug: fc.constant(slug), title, summary: prose, recommended: few(recommended) });
    const provider = (slug: string) => partly({ slug: fc.constant(slug), name: title, summary: prose, link }, 'link');
    const question = (slug: string) => fc.record({ slug: fc.constant(slug), group: fc.constantFrom('general', 'program'), question: title, answer: prose });
    return partly(
      {
        ...{ slug: fc.constant(slug), title, host: title, summary: prose, audience: few(title), technologies: few(title), assessment: prose },
        validityMonths: fc.tuple(span(600), fc.option(prose, { nil: undefined })).map(([months, renewal]) => ({ ...months, ...(renewal && { renewal }) })),
        levels: fc.tuple(...levels.map((level, index) => levelOf(level, levels.slice(0, index), levels))),
        ...{ learningPaths: named(['coast', 'ocean'], path), jobRoles: named(['mate', 'skipper'], role) },
        nextCertifications: fc.record({ sameTrack: few(step), crossTrack: few(step), leadership: few(step) }),
        ...{ providers: named(['harbour', 'school'], provider), questions: named(['how', 'why', 'when'], question) },
      },
      'validityMonths',
    );
  }) as Arbitrary<CurriculumDocument>;

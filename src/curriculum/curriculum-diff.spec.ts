import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { anyCurriculum } from '../../test/support/any-curriculum.js';
import { assertProperty } from '../../test/support/property.js';
import { applyChanges } from './apply-changes.js';
import { inWords } from './change-words.js';
import { diffOf } from './curriculum-diff.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { readCurriculum } from './read-curriculum.js';

const shipped = readCurriculum(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8')).document ?? fail();
const told = (change: (document: CurriculumDocument) => void) => {
  const next = structuredClone(shipped);
  change(next);
  return diffOf(shipped, next).map((each) => inWords(each, next));
};
const foundation = ({ levels }: CurriculumDocument) => levels[0] ?? fail();

/** The shipped document after some edits: parts left out, put elsewhere, made anew, their fields changed or taken away. */
const edited: fc.Arbitrary<CurriculumDocument> = fc
  .record({
    kept: fc.shuffledSubarray(shipped.levels.map((_, i) => i)),
    skills: fc.array(
      fc.record({ slug: fc.constantFrom('a', 'b', 'c', 'ml-lifecycle'), weightPercent: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }) }),
      { maxLength: 4 },
    ),
    turned: fc.boolean(),
    questions: fc.shuffledSubarray(shipped.questions.map((_, i) => i)),
    title: fc.constantFrom(shipped.title, 'Another'),
    validity: fc.boolean(),
  })
  .map(({ kept, skills, turned, questions, title, validity }) => {
    const document = structuredClone(shipped);
    document.title = title;
    if (!validity) delete document.validityMonths;
    document.levels = kept.flatMap((i) => document.levels[i] ?? []);
    document.questions = questions.flatMap((i) => document.questions[i] ?? []);
    const [level] = document.levels;
    if (level) {
      const own = level.skills.filter(({ slug }) => !skills.some((skill) => skill.slug === slug));
      const made = [...new Map(skills.map((skill) => [skill.slug, skill])).values()];
      const all = [
        ...own,
        ...made.map(({ slug, weightPercent }) => ({ slug, title: slug, description: 'New.', after: [], ...(weightPercent && { weightPercent }) })),
      ];
      level.skills = turned ? all.reverse() : all;
    }
    return document;
  });

describe('the difference of two curricula', () => {
  it('is nothing of a document with itself, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(shipped).reverse()) as CurriculumDocument;
    expect(diffOf(shipped, shipped)).toEqual([]);
    expect(diffOf(shipped, turned)).toEqual([]);
  });

  it('leads from any document to any other, and back, in words for each change', () => {
    assertProperty(
      fc.property(anyCurriculum(), anyCurriculum(), (one, other) => {
        const changes = diffOf(one, other);
        expect(applyChanges(one, changes)).toEqual(other);
        expect(applyChanges(other, diffOf(other, one))).toEqual(one);
        expect(diffOf(one, structuredClone(one))).toEqual([]);
        for (const change of changes) expect(inWords(change, other).length).toBeGreaterThan(0);
      }),
      { runs: 40 },
    );
  });

  it('leads from any edit of a real one to any other, and back', () => {
    assertProperty(
      fc.property(edited, edited, (one, other) => {
        expect(applyChanges(one, diffOf(one, other))).toEqual(other);
        expect(applyChanges(other, diffOf(other, one))).toEqual(one);
      }),
      { runs: 80 },
    );
  });

  it('changes neither document that it is applied to nor that it came from', () => {
    const next = structuredClone(shipped);
    foundation(next).skills.push({ slug: 'new', title: 'New', description: 'New.', after: [] });
    const [before, after] = [structuredClone(shipped), structuredClone(next)];
    foundation(applyChanges(shipped, diffOf(shipped, next))).skills.pop();
    expect([shipped, next]).toEqual([before, after]);
  });

  it('is told in the words of a curriculum', () => {
    expect(told((document) => void foundation(document).skills.splice(2, 1))).toEqual(['MLOps Foundation: the skill “MLOps maturity models” is retired']);
    expect(told((document) => void (foundation(document).skills[0]!.weightPercent = 25))).toEqual([
      'MLOps Foundation: the skill “The ML lifecycle” weighs 25% instead of 30%',
    ]);
    expect(told((document) => void (foundation(document).skills[0]!.effortMinutes = 95))).toEqual([
      'MLOps Foundation: the skill “The ML lifecycle” takes 1 h 35 instead of 4 h',
    ]);
    expect(told((document) => void foundation(document).skills.reverse())).toEqual(['MLOps Foundation: skills stand in another order']);
    expect(told((document) => void (document.summary = 'Other words.'))).toEqual(['The certification: summary reworded']);
    expect(told((document) => void delete document.validityMonths)).toEqual(['The certification has no validity months any more']);
    expect(told((document) => void (document.levels[1]!.title = 'Pro'))).toEqual(['The level “MLOps Professional” is now called “Pro”']);
  });

  it('names what became of a phase, a prerequisite, a criterion, a mistake', () => {
    const plan = (document: CurriculumDocument) => foundation(document).planTemplates[0]!;
    const [first, second] = plan(shipped).phases.map(({ title }) => title);
    const within = `MLOps Foundation, ${plan(shipped).title}`;
    expect(told((document) => void (plan(document).phases[0]!.summary = 'Other words.'))).toEqual([`${within}: the plan phase “${first}”: summary reworded`]);
    expect(told((document) => void (plan(document).phases[0]!.title = 'Begin'))).toEqual([`${within}: the plan phase “${first}” is now called “Begin”`]);
    expect(told((document) => void plan(document).phases.splice(1, 1))).toEqual([`${within}: the plan phase “${second}” is gone`]);
    const phase = { title: 'Rest', summary: 'Sleep.', sharePercent: 10, focus: [] };
    expect(told((document) => void plan(document).phases.splice(1, 0, phase))).toEqual([`${within}: the plan phase “Rest” is new`]);
    expect(told((document) => void plan(document).phases.push(plan(document).phases.shift()!))).toEqual([
      `${within}: ${plan(shipped).phases.length === 2 ? 'plan phases stand in another order' : `the plan phase “${first}” stands in another place`}`,
    ]);

    const knowledge = { kind: 'knowledge' as const, text: 'Sail.', rule: 'recommended' as const };
    expect(told((document) => void foundation(document).prerequisites.push(knowledge))).toEqual(['MLOps Foundation: the prerequisite “Sail.” is new']);
    const [known] = foundation(shipped).prerequisites;
    expect(told((document) => void (foundation(document).prerequisites[0]!.text = 'In other words.'))).toEqual([
      'MLOps Foundation: the prerequisite “In other words.” is reworded',
    ]);
    expect(told((document) => void (foundation(document).prerequisites[0]!.rule = 'enforced'))).toEqual([
      `MLOps Foundation: the prerequisite “${known!.text}” is enforced instead of recommended`,
    ]);

    const [mistake] = foundation(shipped).mistakes;
    expect(told((document) => void foundation(document).mistakes.shift())).toEqual([expect.stringContaining(mistake!.slice(0, 40))]);
    expect(told((document) => void foundation(document).mistakes.shift())[0]).toMatch(/^MLOps Foundation: the common mistake “.*” is gone$/);
    const project = foundation(shipped).projects[0]!;
    expect(told((document) => void foundation(document).projects[0]!.acceptance.push('It floats.'))).toEqual([
      `MLOps Foundation, ${project.title}: the acceptance criterion “It floats.” is new`,
    ]);
  });

  it('names what became of paths, recommendations and what comes next', () => {
    const path = shipped.learningPaths.find(({ levels }) => levels.includes('professional'))!;
    const at = shipped.learningPaths.indexOf(path);
    expect(told((document) => void (document.learningPaths[at]!.levels = path.levels.filter((slug) => slug !== 'professional')))).toEqual([
      `${path.title}: the level of the path “MLOps Professional” does not belong to it any more`,
    ]);
    expect(told((document) => void document.jobRoles[0]!.recommended.push({ external: 'Master mariner' }))).toEqual([
      `${shipped.jobRoles[0]!.title}: the recommendation “Master mariner” belongs to it now`,
    ]);
    expect(told((document) => void document.nextCertifications.leadership.push({ name: 'Harbour master' }))).toEqual([
      'The next certification “Harbour master” is new',
    ]);
    expect(told((document) => void document.technologies.unshift('Sextant'))).toEqual(['The technology “Sextant” is new']);
  });
});

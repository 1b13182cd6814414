import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { anyCurriculum } from '../../../test/support/any-curriculum.js';
import { assertProperty } from '../../../test/support/property.js';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import { readCurriculum } from '../read-curriculum.js';
import { DraftDocument } from './draft-document.contract.js';
import { mergeDrafts } from './merge-drafts.js';

const base = readCurriculum(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8')).document ?? fail();
const changed = (change: (document: CurriculumDocument) => void) => {
  const next = structuredClone(base);
  change(next);
  return next;
};
const foundation = ({ levels }: CurriculumDocument) => levels[0]!;

/** One thing that an admin may do. */
const edit: fc.Arbitrary<(document: CurriculumDocument) => void> = fc.oneof(
  fc.constantFrom('One', 'Two').map((title) => (document: CurriculumDocument) => void (document.title = title)),
  fc.nat(3).map((i) => (document: CurriculumDocument) => void document.levels.splice(i, 1)),
  fc.nat(2).map((i) => (document: CurriculumDocument) => void document.levels[0]?.skills.splice(i, 1)),
  fc.integer({ min: 1, max: 99 }).map((weight) => (document: CurriculumDocument) => {
    const skill = document.levels[0]?.skills[0];
    if (skill) skill.weightPercent = weight;
  }),
  fc.constantFrom('new-one', 'new-two').map((slug) => ({ levels: [level] }: CurriculumDocument) => {
    if (level && !level.skills.some((skill) => skill.slug === slug)) level.skills.push({ slug, title: slug, description: 'New.', after: [] });
  }),
  fc.constant((document: CurriculumDocument) => void document.levels[0]?.skills.reverse()),
  fc.constant((document: CurriculumDocument) => void document.levels.reverse()),
);
const work = fc.array(edit, { maxLength: 4 }).map((edits) => changed((document) => edits.forEach((each) => each(document))));

describe('two works on one draft', () => {
  it('come together where they changed different things', () => {
    const mine = changed((document) => void (foundation(document).skills[0]!.weightPercent = 25));
    const theirs = changed((document) => void (document.title = 'Renamed'));
    const { document, conflicts } = mergeDrafts(base, { mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document).toEqual(
      changed((both) => {
        both.title = 'Renamed';
        foundation(both).skills[0]!.weightPercent = 25;
      }),
    );
  });

  it('come together where they worked on different phases, prerequisites and criteria of one part', () => {
    const phases = (document: CurriculumDocument) => foundation(document).planTemplates[0]!.phases;
    const myWork = (document: CurriculumDocument) => {
      phases(document)[0]!.summary = 'Mine.';
      foundation(document).prerequisites[0]!.text = 'Mine.';
      foundation(document).mistakes[0] = 'Mine.';
      foundation(document).projects[0]!.acceptance.unshift('Mine.');
    };
    const theirWork = (document: CurriculumDocument) => {
      phases(document)[1]!.title = 'Theirs';
      foundation(document).prerequisites.push({ kind: 'experience', text: 'Theirs.', rule: 'enforced' });
      foundation(document).mistakes.splice(1, 1);
      foundation(document).projects[0]!.acceptance.push('Theirs.');
    };
    const { document, conflicts } = mergeDrafts(base, { mine: changed(myWork), theirs: changed(theirWork) });
    expect(conflicts).toEqual([]);
    expect(document).toEqual(
      changed((both) => {
        theirWork(both);
        myWork(both);
      }),
    );
  });

  it('come together where one puts entries in another order and the other adds some', () => {
    const mine = changed((document) => void foundation(document).mistakes.splice(1, 0, 'Mine.'));
    const theirs = changed((document) => void foundation(document).mistakes.reverse());
    const { document, conflicts } = mergeDrafts(base, { mine, theirs });
    expect(conflicts).toEqual([]);
    const [first, ...others] = foundation(base).mistakes;
    expect(foundation(document).mistakes).toEqual([...others.toReversed(), first, 'Mine.']);
  });

  it('conflict where both reworded the same phase or prerequisite differently', () => {
    const work = (text: string) =>
      changed((document) => {
        foundation(document).planTemplates[0]!.phases[0]!.summary = text;
        foundation(document).prerequisites[0]!.text = text;
      });
    const { conflicts } = mergeDrafts(base, { mine: work('Mine.'), theirs: work('Theirs.') });
    expect(conflicts.map(({ mine: { part } }) => part).sort()).toEqual(['plan phase', 'prerequisite']);
  });

  it('are each other’s in any curriculum where one did nothing, and alike count once', () => {
    assertProperty(
      fc.property(anyCurriculum(), anyCurriculum(), anyCurriculum(), (begun, one, other) => {
        expect(mergeDrafts(begun, { mine: one, theirs: one })).toMatchObject({ document: one, conflicts: [] });
        expect(mergeDrafts(begun, { mine: one, theirs: begun }).document).toEqual(one);
        expect(mergeDrafts(begun, { mine: begun, theirs: one }).document).toEqual(one);
        expect(DraftDocument.safeParse(mergeDrafts(begun, { mine: one, theirs: other }).document).error).toBeUndefined();
      }),
      { runs: 15 },
    );
  });

  it('conflict where both changed the same differently: mine stays unless theirs is chosen', () => {
    const mine = changed((document) => void (document.title = 'Mine'));
    const theirs = changed((document) => void (document.title = 'Theirs'));
    const { document, conflicts } = mergeDrafts(base, { mine, theirs });
    expect(document.title).toBe('Mine');
    expect(conflicts).toMatchObject([{ mine: { field: 'title', after: 'Mine' }, theirs: { after: 'Theirs' } }]);
    expect(mergeDrafts(base, { mine, theirs }, new Set(conflicts.map(({ key }) => key))).document.title).toBe('Theirs');
  });

  it('conflict where one retires what the other works on', () => {
    const mine = changed((document) => void document.levels.splice(0, 1));
    const theirs = changed((document) => void (foundation(document).skills[0]!.title = 'Reworked'));
    const { document, conflicts } = mergeDrafts(base, { mine, theirs });
    expect(conflicts).toHaveLength(1);
    expect(document.levels).toHaveLength(base.levels.length - 1);
    const kept = mergeDrafts(base, { mine, theirs }, new Set([conflicts[0]!.key])).document;
    expect(foundation(kept).skills[0]!.title).toBe('Reworked');
  });

  it('count once where they are alike, and are each other’s where one did nothing', () => {
    assertProperty(
      fc.property(work, (one) => {
        expect(mergeDrafts(base, { mine: one, theirs: one })).toMatchObject({ document: one, conflicts: [] });
        expect(mergeDrafts(base, { mine: one, theirs: base }).document).toEqual(one);
        expect(mergeDrafts(base, { mine: base, theirs: one }).document).toEqual(one);
      }),
      { runs: 25 },
    );
  });

  it('always make a draft, whatever is chosen, and the same with the sides turned where nothing conflicts', () => {
    assertProperty(
      fc.property(work, work, fc.boolean(), (mine, theirs, choosesTheirs) => {
        const { conflicts } = mergeDrafts(base, { mine, theirs });
        const merged = mergeDrafts(base, { mine, theirs }, new Set(choosesTheirs ? conflicts.map(({ key }) => key) : [])).document;
        expect(DraftDocument.safeParse(merged).error).toBeUndefined();
        if (conflicts.length > 0) return;
        const turned = mergeDrafts(base, { mine: theirs, theirs: mine }).document;
        expect(new Set(turned.levels.map(({ slug }) => slug))).toEqual(new Set(merged.levels.map(({ slug }) => slug)));
      }),
      { runs: 40 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { partOf, placeOf } from './fault-place';

const document = {
  slug: 'tides',
  levels: [{ slug: 'basics', title: 'Basics', skills: [{ slug: 'a', title: 'Tide tables' }, { slug: 'b' }], planTemplates: [{ slug: 'm', title: 'A month' }] }],
  jobRoles: [{ slug: 'r', title: 'Skipper' }],
} as unknown as DraftDocument;

describe('where a fault is', () => {
  it.each([
    ['host', 'Who runs it', 'about'],
    ['levels', 'Levels', 'about'],
    ['levels.0.skills', 'Basics, skills', 'level basics'],
    ['levels.0.skills.0.weightPercent', 'Basics, Tide tables, weight', 'level basics'],
    ['levels.0.skills.1.title', 'Basics, skill 2, name', 'level basics'],
    ['levels.0.planTemplates.0.phases.2.sharePercent', 'Basics, A month, phase 3, share', 'level basics'],
    ['jobRoles.0.recommended.1.level', 'Skipper, recommendation 2, level', 'roles'],
    ['nextCertifications.sameTrack.0.name', 'Next on the same track 1, name', 'next'],
    ['validityMonths.max', 'How long it is valid, at most', 'about'],
  ])('%s is said as %s', (path, place, part) => {
    expect(placeOf(document, path)).toBe(place);
    expect(partOf(document, path)).toBe(part);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { inPageOrder, partOf, placeOf } from './fault-place';

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
    ['levels.0.planTemplates.0.minDays', 'Basics, A month, from', 'level basics'],
    ['levels.0.planTemplates.0.summary', 'Basics, A month, in short', 'level basics'],
    ['levels.0.planTemplates.0.phases', 'Basics, A month, phases', 'level basics'],
    ['levels.0.planTemplates.0.phases.0.summary', 'Basics, A month, phase 1, what it is about', 'level basics'],
    ['levels.0.skills.0.description', 'Basics, Tide tables, what it means', 'level basics'],
    ['levels.0.projects.0.description', 'Basics, project 1, what is built', 'level basics'],
    ['levels.0.typicalDays.max', 'Basics, at most', 'level basics'],
    ['levels.0.exam.passMarkPercent', 'Basics, pass mark', 'level basics'],
    ['levels.0.next.sameTrack.name', 'Basics, next on the same track, name', 'level basics'],
    ['levels.0.prerequisites.0.text', 'Basics, prerequisite 1, in words', 'level basics'],
    ['jobRoles.0.summary', 'Skipper, what they do', 'roles'],
    ['summary', 'What it is', 'about'],
  ])('%s is said as %s', (path, place, part) => {
    expect(placeOf(document, path)).toBe(place);
    expect(partOf(document, path)).toBe(part);
  });
});

it('tells faults in the order of the page', () => {
  const page = [
    'title',
    'host',
    'summary',
    'levels',
    'learningPaths.0.focus',
    'jobRoles.0.title',
    'levels.0.title',
    'levels.0.track',
    'levels.0.skills',
    'levels.0.skills.0.weightPercent',
    'levels.0.skills.2.title',
    'levels.0.skills.10.title',
    'levels.0.projects.0.description',
    'levels.0.planTemplates.0.minDays',
    'levels.0.planTemplates.0.phases',
    'levels.0.planTemplates.0.phases.0.title',
    'levels.1.title',
  ].map((path) => ({ path }));
  expect(inPageOrder([...page].reverse())).toEqual(page);
});

import { describe, expect, it } from '@jest/globals';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { namedIn, renamed, withoutPart } from './references';

const document = {
  slug: 'tides',
  levels: [
    {
      slug: 'basics',
      skills: [{ slug: 'tables' }, { slug: 'moon', after: ['tables'] }],
      projects: [{ slug: 'almanac', shows: ['tables', 'moon'] }],
      planTemplates: [{ slug: 'month', phases: [{ focus: ['tables', 'almanac'] }] }],
    },
    { slug: 'open-sea', prerequisites: [{ kind: 'level', level: 'basics' }, { kind: 'knowledge' }], next: { sameTrack: { name: 'B', level: 'basics' } } },
  ],
  learningPaths: [{ slug: 'pilot', levels: ['basics', 'open-sea'] }],
  jobRoles: [{ slug: 'skipper', recommended: [{ level: 'basics' }, { external: 'Radio' }] }],
  nextCertifications: { sameTrack: [{ name: 'B', level: 'basics' }], crossTrack: [], leadership: [] },
} as unknown as DraftDocument;

describe('what names a part', () => {
  it('names it by its new slug when it is renamed', () => {
    const next = renamed(document, 'levels.0', 'shore');
    expect(JSON.stringify(next)).not.toContain('"basics"');
    expect(JSON.stringify(next).match(/"shore"/g)).toHaveLength(6);
    const skill = renamed(document, 'levels.0.skills.0', 'tide-tables').levels[0];
    expect(skill?.skills).toMatchObject([{ slug: 'tide-tables' }, { slug: 'moon', after: ['tide-tables'] }]);
    expect(skill).toMatchObject({ projects: [{ shows: ['tide-tables', 'moon'] }], planTemplates: [{ phases: [{ focus: ['tide-tables', 'almanac'] }] }] });
  });

  it('goes, or does without it, when it is retired', () => {
    const next = withoutPart(document, 'levels.0');
    expect(next.levels).toEqual([{ slug: 'open-sea', prerequisites: [{ kind: 'knowledge' }], next: { sameTrack: { name: 'B' } } }]);
    expect(next).toMatchObject({ learningPaths: [{ levels: ['open-sea'] }], jobRoles: [{ recommended: [{ external: 'Radio' }] }] });
    expect(next.nextCertifications?.sameTrack).toEqual([{ name: 'B' }]);
    expect(withoutPart(document, 'levels.0.projects.0').levels[0]).toMatchObject({ projects: [], planTemplates: [{ phases: [{ focus: ['tables'] }] }] });
  });

  it('is counted before it goes', () => {
    expect(namedIn(document, 'levels.0')).toBe(5);
    expect(namedIn(document, 'levels.0.skills.0')).toBe(3);
    expect(namedIn(document, 'jobRoles.0')).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isRequired } from './required-fields';

describe('a field of a curriculum', () => {
  it.each(['title', 'host', 'summary', 'levels.0.title', 'levels.0.track', 'levels.3.skills.2.description', 'levels.0.prerequisites.1.text', 'levels.0.planTemplates.0.phases.1.sharePercent', 'questions.0.answer'])('%s is needed', (path) => expect(isRequired(path)).toBe(true)); // prettier-ignore

  it.each(['levels.0.validates', 'levels.0.skills.0.weightPercent', 'levels.0.exam.minutes', 'levels.0.typicalDays.min', 'levels.0.next.sameTrack.name', 'audience', 'levels.0.skills', 'nothing.of.this'])('%s may be left out', (path) => expect(isRequired(path)).toBe(false)); // prettier-ignore
});

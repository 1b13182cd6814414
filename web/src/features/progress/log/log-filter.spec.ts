import { describe, expect, it } from '@jest/globals';
import { asQuery, isFiltered, NO_FILTER, partsOf } from './log-filter';

describe('what one looks for in the log', () => {
  it('is everything until something is said', () => {
    expect(asQuery(NO_FILTER)).toEqual({});
    expect(isFiltered({ ...NO_FILTER, text: '  ' })).toBe(false);
  });

  it('is sent as the server takes it, a skill or a project by its id', () => {
    expect(asQuery({ ...NO_FILTER, text: ' drift ', subject: 'skill a', kind: 'video', from: '2026-03-01' })).toEqual({
      text: 'drift',
      skillId: 'a',
      kind: 'video',
      from: '2026-03-01',
    });
    expect(asQuery({ ...NO_FILTER, subject: 'project b' })).toEqual({ projectId: 'b' });
  });

  it('is counted without the words that are searched for, for they stand there anyway', () => {
    expect(partsOf({ ...NO_FILTER, text: 'drift', kind: 'video', to: '2026-03-01' })).toBe(2);
  });
});

import { describe, expect, it } from '@jest/globals';
import { exampleTable } from './example-table';

describe('a table to start from', () => {
  it('names its columns, and has skills of the level in quotes where they hold a comma', () => {
    const skills = [{ title: 'Data, and models' }, { title: 'Serving' }] as Parameters<typeof exampleTable>[0]['skills'];
    expect(exampleTable({ skills }, '2026-03-03').split('\n')).toEqual([
      'date,minutes,skill,note,kind,recall',
      '2026-03-01,45,"Data, and models","Read chapter 1, twice",reading,good',
      '2026-03-02,1:30,Serving,,hands-on,hard',
    ]);
  });

  it('is there for a level without skills too', () => {
    expect(exampleTable({ skills: [] }, '2026-03-03')).toContain('2026-03-01,45,,');
  });
});

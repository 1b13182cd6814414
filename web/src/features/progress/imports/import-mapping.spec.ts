import { describe, expect, it } from '@jest/globals';
import type { StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { kept, withAnswer, withRole, withSubject } from './import-mapping';

const outcome = { columns: [{ role: 'date' }, { role: 'start' }, { role: 'note' }] } as StudyImportOutcome;

describe('the mapping of a table', () => {
  it('gives each role to one column', () => {
    expect(withRole(outcome, 1, 'note')).toEqual(['date', 'note', 'ignored']);
    expect(withRole(outcome, 0, 'ignored')).toEqual(['ignored', 'start', 'note']);
  });

  it('holds answers, and asks for units again once the columns change', () => {
    expect(withAnswer({ unit: 'hours' }, outcome, { id: 'clock', column: 1 }, 'm:ss')).toEqual({ unit: 'hours', clock: 'm:ss' });
    const mapping = { unit: 'hours', dateOrder: 'day-first', subjects: { x: null }, confirmed: 'k' } as const;
    expect(withAnswer(mapping, outcome, { id: 'columns', column: 1 }, 'duration')).toEqual({
      columns: ['date', 'duration', 'note'],
      dateOrder: 'day-first',
      subjects: { x: null },
    });
    expect(withSubject({ subjects: { a: 'b' } }, 'c', null)).toEqual({ subjects: { a: 'b', c: null } });
  });

  it('is kept without what was confirmed for one file', () => {
    expect(kept({ unit: 'hours', confirmed: 'k' })).toEqual({ unit: 'hours' });
  });
});

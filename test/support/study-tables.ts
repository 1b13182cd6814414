/** Study tables read as for a learner in Berlin on 30 November 2026, for the tests of the import. */
import { readFileSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import { readImport } from '../../src/progress/imports/read-import.js';
import type { ImportMapping } from '../../src/progress/imports/study-imports.contract.js';

const part = (digit: string, slug: string, title: string) => ({ id: `0190a000-0000-7000-8000-00000000000${digit}`, slug, title });
export const skill = { ...part('a', 'data-versions', 'Data versions'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
export const accents = { ...part('c', 'a', 'Données, qualité; "tests" \\ chemin'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
export const project = { ...part('b', 'pipeline', 'A pipeline'), effortMinutes: 300, skillIds: [] };
export const ground = {
  enrollmentId: '0190a000-0000-7000-8000-000000000001',
  from: '2025-11-30',
  to: '2026-11-30',
  level: { skills: [skill, accents], projects: [project] },
  dateAt: (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
};
export const readBytes = (bytes: Uint8Array, mapping: ImportMapping = {}) => readImport(bytes, mapping, ground);
export const read = (text: string, mapping: ImportMapping = {}) => readBytes(new TextEncoder().encode(text), mapping);
export const fixture = (name: string, mapping: ImportMapping = {}) => readBytes(readFileSync(`test/fixtures/study/${name}.csv`), mapping);
export const open = ({ questions }: ReturnType<typeof read>) => questions.filter(({ answer }) => answer === null).map(({ id }) => id);
export const rowsOf = ({ entries }: ReturnType<typeof read>) => entries.map(({ date, minutes, note }) => [date, minutes, note]);
export const rolesOf = ({ columns }: ReturnType<typeof read>) =>
  Object.fromEntries(columns.filter(({ role }) => role !== 'ignored').map(({ role, name }) => [role, name]));

import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { readImport } from './read-import.js';
import type { ImportMapping } from './study-imports.contract.js';
import { longDays, overfull } from './study-rows.js';

const FOLDER = 'test/fixtures/study';
const part = (digit: string, slug: string, title: string) => ({ id: `0190a000-0000-7000-8000-00000000000${digit}`, slug, title });
const lifecycle = { ...part('a', 'the-ml-lifecycle', 'The ML lifecycle'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
const accents = { ...part('c', 'a', 'Données, qualité; "tests" \\ chemin'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
/** As for a learner in Berlin on 30 November 2026. */
const GROUND = {
  enrollmentId: '0190a000-0000-7000-8000-000000000001',
  from: '2025-11-30',
  to: '2026-11-30',
  level: { skills: [lifecycle, accents], projects: [] },
  dateAt: (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
};

interface Expected {
  /** Day, minutes and skill of each entry, with the likely answer to every open question. */
  rows: string[];
  asks?: string[];
  skips?: string[];
  doubts?: RegExp[];
  errors?: RegExp[];
  mapping?: ImportMapping;
}

/** Every file of the folder. */
const FILES: Record<string, Expected> = {
  '01-toggl-detailed': { rows: ['2026-11-02 90', '2026-11-03 45'], asks: ['subjects'] },
  '02-clockify-detailed': { rows: ['2026-11-02 90'], asks: ['dateOrder', 'subjects'] },
  '04-superprod': { rows: ['2026-11-02 150'] },
  '05-kimai': { rows: ['2026-11-02 90'], asks: ['subjects'] },
  '06-hms': { rows: ['2026-11-02 90', '2026-11-03 45'] },
  '07-decimal-hours': { rows: ['2026-11-02 90'], asks: ['unit'] },
  '08-decimal-dot': { rows: ['2026-11-02 90'], asks: ['unit'] },
  '09-units': { rows: ['2026-11-02 90', '2026-11-03 90', '2026-11-04 45'] },
  '10-german-date': { rows: ['2026-11-02 60'] },
  '11-us-date': { rows: ['2026-11-02 60'], asks: ['dateOrder'], mapping: { dateOrder: 'month-first' } },
  '13-short-date': { rows: ['2026-11-02 60', '2026-11-03 60'] },
  '14-sep-line': { rows: ['2026-11-02 60'] },
  '15-bom-semicolon': { rows: ['2026-11-02 60'] },
  '16-utf16le': { rows: ['2026-11-02 60'] },
  '19-latin1': { rows: ['2026-11-02 60'] },
  '20-total-row': { rows: ['2026-11-02 60', '2026-11-03 30'], skips: ['4 total'] },
  '21-zero-row': { rows: ['2026-11-02 60'], skips: ['3 no-time'] },
  '22-title-row': { rows: ['2026-11-02 60'], skips: ['1 title'] },
  '23-headerless-semicolon-commas': { rows: ['2026-11-02 60', '2026-11-03 30'] },
  '24-header-comma-names': { rows: ['2026-11-02 60'] },
  '25-nbsp': { rows: ['2026-11-02 60 The ML lifecycle'] },
  '26-skill-case-space': { rows: ['2026-11-02 60 The ML lifecycle', '2026-11-03 60 The ML lifecycle'] },
  '27-cr-only': { rows: ['2026-11-02 60', '2026-11-03 30'] },
  '28-quoted-newline': { rows: ['2026-11-02 60'], errors: [/not a date/] },
  '30-excel-serial': { rows: ['2026-11-02 60'], doubts: [/2026-11-02/] },
  '31-negative': { rows: [], errors: [/is negative/] },
  '32-thousands': { rows: ['2026-11-02 1200'], asks: ['decimalSign'], doubts: [/20 h on one day/] },
  '33-anki-revlog': { rows: [], errors: [/no column date/] },
  '34-future': { rows: [], errors: [/from 2025-11-30 to 2026-11-30/] },
  '35-arabic-digits': { rows: ['2026-11-02 60'] },
  '36-over-midnight': { rows: ['2026-11-02 1400', '2026-11-02 100'], errors: [/would hold 1500 minutes/] },
  '37-google-form': { rows: ['2026-11-02 60'] },
  '38-pomodoro': { rows: ['2026-11-02 25'] },
  '39-pipe': { rows: ['2026-11-02 60'] },
  '40-german-header': { rows: ['2026-11-02 60'], asks: ['unit'] },
  '41-duplicate-toggl-rows': { rows: ['2026-11-02 25', '2026-11-02 25', '2026-11-02 25'] },
  '42-dashes': { rows: ['2026-11-02 60'] },
  '43-empty': { rows: [], errors: [/column names/] },
  '44-trailing-delims': { rows: ['2026-11-02 60'] },
  '45-kimai-seconds': { rows: ['2026-11-02 15', '2026-11-03 5'] },
  '46-mmss': { rows: ['2026-11-04 20', '2026-11-05 5'], asks: ['clock'] },
  '49-nfd-skill': { rows: [`2026-11-20 30 ${accents.title}`] },
};
const titleOf = (skillId: string | null) => [lifecycle, accents].find(({ id }) => id === skillId)?.title;

describe('study tables as programs write them', () => {
  it.each(Object.entries(FILES))('%s', (name, { rows, asks = [], skips = [], doubts = [], errors = [], mapping = {} }) => {
    const bytes = readFileSync(`${FOLDER}/${name}.csv`);
    const asked = readImport(bytes, {}, GROUND).questions.filter(({ answer }) => answer === null);
    expect(asked.map(({ id }) => id)).toEqual(asks);
    const read = readImport(bytes, mapping, GROUND);
    expect(read.entries.map(({ date, minutes, skillId }) => [date, minutes, titleOf(skillId)].filter(Boolean).join(' '))).toEqual(rows);
    expect(read.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual(skips);
    const days = new Map<string, number>();
    expect([...read.doubts, ...longDays(read.entries, days)].map(({ message }) => message)).toEqual(
      doubts.map((doubt) => expect.stringMatching(doubt) as string),
    );
    expect([...read.errors, ...overfull(read.entries, days)].map(({ message }) => message)).toEqual(
      errors.map((fault) => expect.stringMatching(fault) as string),
    );
  });

  it('are all listed above', () => {
    expect(Object.keys(FILES).sort()).toEqual(
      readdirSync(FOLDER)
        .map((file) => file.replace('.csv', ''))
        .sort(),
    );
  });
});

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../../test/support/property.js';
import { readImport } from './read-import.js';
import type { ImportMapping } from './study-imports.contract.js';
import { longDays, overfull } from './study-rows.js';

const part = (digit: string, slug: string, title: string) => ({ id: `0190a000-0000-7000-8000-00000000000${digit}`, slug, title });
const skill = { ...part('a', 'data-versions', 'Data versions'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
const accents = { ...part('c', 'a', 'Données, qualité; "tests" \\ chemin'), weightPercent: 50, effortMinutes: 600, afterIds: [] };
const project = { ...part('b', 'pipeline', 'A pipeline'), effortMinutes: 300, skillIds: [] };
const ground = {
  enrollmentId: '0190a000-0000-7000-8000-000000000001',
  from: '2025-11-30',
  to: '2026-11-30',
  level: { skills: [skill, accents], projects: [project] },
  dateAt: (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
};
const readBytes = (bytes: Uint8Array, mapping: ImportMapping = {}) => readImport(bytes, mapping, ground);
const read = (text: string, mapping: ImportMapping = {}) => readBytes(new TextEncoder().encode(text), mapping);
const fixture = (name: string, mapping: ImportMapping = {}) => readBytes(readFileSync(`test/fixtures/study/${name}.csv`), mapping);
const open = ({ questions }: ReturnType<typeof read>) => questions.filter(({ answer }) => answer === null).map(({ id }) => id);
const rowsOf = ({ entries }: ReturnType<typeof read>) => entries.map(({ date, minutes, note }) => [date, minutes, note]);
const rolesOf = ({ columns }: ReturnType<typeof read>) =>
  Object.fromEntries(columns.filter(({ role }) => role !== 'ignored').map(({ role, name }) => [role, name]));

describe('an export of another program', () => {
  it.each<[string, string, Record<string, string>, string[], unknown[][]]>([
    [
      'Toggl',
      '01-toggl-detailed',
      { date: 'Start date', start: 'Start time', end: 'End time', duration: 'Duration', project: 'Project', note: 'Description' },
      ['subjects'],
      [
        ['2026-11-02', 90, 'Read about pipelines'],
        ['2026-11-03', 45, 'Lab'],
      ],
    ],
    [
      'Clockify',
      '02-clockify-detailed',
      { date: 'Start Date', start: 'Start Time', end: 'End Time', duration: 'Duration (h)', project: 'Project', note: 'Description' },
      ['dateOrder', 'subjects'],
      [['2026-11-02', 90, 'Video course']],
    ],
    [
      'Super Productivity',
      '04-superprod',
      { date: 'Date', end: 'End', duration: 'Worked', note: 'Titles' },
      [],
      [['2026-11-02', 150, 'chapter 1 | chapter 2']],
    ],
    [
      'Kimai',
      '05-kimai',
      { date: 'Date', start: 'From', end: 'To', duration: 'Duration', project: 'Project', kind: 'Activity', note: 'Description' },
      ['subjects'],
      [['2026-11-02', 90, 'Chapter 3']],
    ],
    [
      'Kimai, with seconds that start and end confirm',
      '45-kimai-seconds',
      { date: 'Date', start: 'From', end: 'To', duration: 'Duration', kind: 'Activity', note: 'Description' },
      [],
      [
        ['2026-11-02', 15, 'quarter of an hour'],
        ['2026-11-03', 5, 'five minutes'],
      ],
    ],
    ['a form', '37-google-form', { date: 'Timestamp', duration: 'Minutes', note: 'What did you study?' }, [], [['2026-11-02', 60, 'chapter 1']]],
    [
      'hours, minutes and seconds',
      '06-hms',
      { date: 'date', duration: 'duration', note: 'note' },
      [],
      [
        ['2026-11-02', 90, 'three parts'],
        ['2026-11-03', 45, 'short'],
      ],
    ],
    [
      'units in cells',
      '09-units',
      { date: 'date', duration: 'minutes', note: 'note' },
      [],
      [
        ['2026-11-02', 90, 'with unit'],
        ['2026-11-03', 90, 'both'],
        ['2026-11-04', 45, 'short'],
      ],
    ],
    ['a German spreadsheet', '10-german-date', { date: 'date', duration: 'minutes', note: 'note' }, [], [['2026-11-02', 60, 'german date']]],
    ['a German header', '40-german-header', { date: 'Datum', duration: 'Dauer', skill: 'Thema', note: 'Notiz' }, ['unit'], [['2026-11-02', 60, 'a']]],
    ['an American spreadsheet', '11-us-date', { date: 'date', duration: 'minutes', note: 'note' }, ['dateOrder'], [['2026-11-02', 60, 'US date']]],
    [
      'decimal hours with a comma',
      '07-decimal-hours',
      { date: 'date', duration: 'duration', note: 'note' },
      ['unit'],
      [['2026-11-02', 90, 'german decimal hours']],
    ],
    ['decimal hours with a point', '08-decimal-dot', { date: 'date', duration: 'time', note: 'note' }, ['unit'], [['2026-11-02', 90, 'decimal hours']]],
  ])('is recognized: %s', (_, name, roles, questions, rows) => {
    const mapping: ImportMapping = name.startsWith('02') ? { dateOrder: 'day-first' } : name.startsWith('11') ? { dateOrder: 'month-first' } : {};
    const found = fixture(name, mapping);
    expect(rolesOf(found)).toEqual(roles);
    expect(open(fixture(name))).toEqual(questions);
    expect(found.errors).toEqual([]);
    expect(rowsOf(found)).toEqual(rows);
  });

  it.each<[string, string, ImportMapping, unknown[][]]>([
    [
      'Forest',
      'Start Time,End Time,Tag,Note,Tree Type,Is Success\nMon Nov 02 19:00:00 GMT+01:00 2026,Mon Nov 02 19:25:00 GMT+01:00 2026,Study,Chapter 1,Cedar,True\n',
      {},
      [['2026-11-02', 25, 'Chapter 1']],
    ],
    ['Forest in UTC', 'Start Time,End Time,Tag,Note\n2026-11-02T23:30:00.000+0000,2026-11-02T23:55:00.000+0000,Study,late\n', {}, [['2026-11-03', 25, 'late']]],
    [
      'Solidtime',
      'Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),Billable\nLab,,,,Ina,2026-11-02 19:00:00,2026-11-02 20:30:00,01:30:00,1.50,No\n',
      {},
      [['2026-11-02', 90, 'Lab']],
    ],
    [
      'Hamster',
      'activity\tstart time\tend time\tduration minutes\tcategory\tdescription\nReading\t2026-11-02 19:00\t2026-11-02 19:40\t40.00\tDay\tx\n',
      {},
      [['2026-11-02', 40, 'x']],
    ],
    ['aTimeLogger', 'Activity type,Duration,From,To,Comment\nStudy,0:20,2026-11-02 19:00,2026-11-02 19:20,x\n', {}, [['2026-11-02', 20, 'x']]],
    ['Harvest', 'Date,Client,Task,Notes,Hours,Hours Rounded,Billable?\n2026-11-02,Me,Study,x,1.25,1.5,No\n', {}, [['2026-11-02', 75, 'x']]],
    ['RescueTime', 'Date,Time Spent (seconds),Number of People,Category\n2026-11-02T00:00:00,2700,1,Reading\n', {}, [['2026-11-02', 45, '']]],
    [
      'a Spanish table',
      'Fecha;Hora de inicio;Hora de fin;Duración (h);Descripción\n02.11.2026;19:00;20:30;1,5;Capítulo 1\n',
      {},
      [['2026-11-02', 90, 'Capítulo 1']],
    ],
    ['a French table', 'Date;Début;Fin;Durée;Commentaire\n2 nov. 2026;19h00;20h30;1h30;Chapitre 1\n', {}, [['2026-11-02', 90, 'Chapitre 1']]],
    ['start and end alone', 'Datum,Von,Bis,Bemerkung\n02.11.2026,23:30,00:15,spät\n', {}, [['2026-11-02', 45, 'spät']]],
    ['names that nobody knows', 'Jpn,Abc,Foo\n2026-11-02,1h 30m,x\n', {}, [['2026-11-02', 90, '']]],
    ['a Japanese table', '日付,所要時間,メモ\n2026年11月2日,90分,第一章\n', {}, [['2026-11-02', 90, '第一章']]],
    ['milliseconds', 'date,start,stop,duration\n2026-11-02,19:00,19:30,1800000\n', {}, [['2026-11-02', 30, '']]],
    ['fractions of a day', 'Date,Start,End,Duration\n2026-11-02,19:00,20:30,0.0625\n', {}, [['2026-11-02', 90, '']]],
  ])('is recognized without a question: %s', (_, text, mapping, rows) => {
    const found = read(text, mapping);
    expect([open(found).filter((id) => id !== 'subjects'), found.errors, rowsOf(found)]).toEqual([[], [], rows]);
  });
});

describe('what a table leaves open', () => {
  it('is asked: a whole number under "Duration", which is no minutes by itself', () => {
    const found = read('date,duration\n2026-11-02,900\n');
    expect(found.questions).toMatchObject([{ id: 'unit', answer: null, proposed: 'minutes', column: 1 }]);
    expect(rowsOf(read('date,duration\n2026-11-02,900\n', { unit: 'seconds' }))).toEqual([['2026-11-02', 15, '']]);
    expect(open(read('date,duration\n2026-11-02,900\n', { unit: 'seconds' }))).toEqual([]);
  });

  it('is asked: minutes and seconds, or hours and minutes', () => {
    const found = fixture('46-mmss');
    expect(found.questions).toMatchObject([{ id: 'clock', proposed: 'm:ss', answer: null }]);
    expect(rowsOf(found).map(([, minutes]) => minutes)).toEqual([20, 5]);
    const hours = fixture('46-mmss', { clock: 'h:mm' });
    expect([open(hours), longDays(hours.entries, new Map())]).toEqual([[], [{ row: 2, message: '20 h on one day, 2026-11-04' }]]);
    expect(rowsOf(fixture('38-pomodoro'))).toEqual([['2026-11-02', 25, '']]);
    expect(open(fixture('38-pomodoro'))).toEqual([]);
  });

  it('is asked: the order of day and month, unless one row settles it', () => {
    expect(open(read('date,minutes\n02/11/2026,30\n03/11/2026,30'))).toEqual(['dateOrder']);
    const settled = read('date,minutes\n02/11/2026,30\n13/11/2026,30');
    expect([open(settled), rowsOf(settled)[0]?.[0]]).toEqual([[], '2026-11-02']);
    expect(rowsOf(read('date,minutes\n11/02/2026,30\n11/13/2026,30'))[0]?.[0]).toBe('2026-11-02');
    expect(open(read('date,minutes\n10/10/2026,30'))).toEqual([]);
    expect(rowsOf(read('date,minutes\n02/11/26,30', { dateOrder: 'day-first' }))).toEqual([['2026-11-02', 30, '']]);
  });

  it('is asked: a column called Time, where nothing else says how long', () => {
    const found = read('date,time,note\n2026-11-02,19:00,x');
    expect(found.questions).toMatchObject([{ id: 'columns', column: 1, proposed: 'start', answer: null }]);
    const short = read('date,time\n2026-11-02,1:30');
    expect(open(short)).toEqual(['columns', 'clock']);
    expect(rowsOf(read('date,time\n2026-11-02,1:30', { columns: ['date', 'duration'], clock: 'h:mm' }))).toEqual([['2026-11-02', 90, '']]);
  });

  it('is not asked: a column called Minutes or Duration goes before one called Time, whose times of day are never durations', () => {
    expect(rolesOf(read('date,time,minutes\n2026-11-02,19:00,30'))).toEqual({ date: 'date', start: 'time', duration: 'minutes' });
    expect(rolesOf(read('Time,Duration,Date\n19:00,0:30:00,2026-11-02'))).toEqual({ start: 'Time', duration: 'Duration', date: 'Date' });
    const evening = read('date,time,note\n2026-11-02,7:05 PM,x');
    expect([evening.entries, evening.errors[0]?.message]).toEqual([[], expect.stringMatching(/how long you studied/)]);
  });

  it('is asked: a unit that start and end contradict', () => {
    const found = read('date,from,to,minutes\n2026-11-02,19:00,19:15,900');
    expect(found.questions).toMatchObject([{ id: 'unit', proposed: 'seconds', why: 'The column is in minutes, but the start and end times say seconds' }]);
    const insisted = read('date,from,to,minutes\n2026-11-02,19:00,19:15,900', { unit: 'minutes' });
    expect(insisted.doubts).toEqual([{ row: 2, message: '15 h of study, but 19:00 to 19:15 is 15 min' }]);
    // A pause between is no contradiction.
    expect(read('date,from,to,minutes\n2026-11-02,19:00,21:00,90')).toMatchObject({ questions: [], doubts: [] });
  });

  it('is asked: a sign that separates decimals or thousands', () => {
    expect(open(fixture('32-thousands'))).toEqual(['decimalSign']);
    expect(rowsOf(fixture('32-thousands', { decimalSign: '.' }))[0]?.[1]).toBe(1_200);
    expect(rowsOf(fixture('32-thousands', { decimalSign: ',' }))[0]?.[1]).toBe(1);
    expect(open(read('date;hours\n2026-11-02;1,250\n2026-11-03;0,5'))).toEqual([]);
  });

  it('is asked: names that are no skill or project of the level', () => {
    const found = fixture('01-toggl-detailed');
    expect(found.questions[0]?.names).toEqual([{ name: 'MLOps exam', rows: 2, minutes: 135, subjectId: null, isAnswered: false }]);
    const mapped = fixture('01-toggl-detailed', { subjects: { 'mlops  EXAM': skill.id } });
    expect([open(mapped), mapped.entries.map(({ skillId }) => skillId)]).toEqual([[], [skill.id, skill.id]]);
    const general = fixture('01-toggl-detailed', { otherSubjects: 'general' });
    expect([open(general), general.entries[0]?.skillId]).toEqual([[], null]);
    expect(open(fixture('01-toggl-detailed', { subjects: { 'MLOps exam': '0190a000-0000-7000-8000-00000000dead' } }))).toEqual(['subjects']);
  });

  it('is confirmed: dates that are counted and not written, and rows of too long ago', () => {
    expect(fixture('30-excel-serial')).toMatchObject({
      entries: [{ date: '2026-11-02' }],
      doubts: [{ row: 2, message: expect.stringContaining('2026-11-02') }],
    });
    const old = read('date,minutes\n2024-01-02,30\n2026-11-02,30');
    expect([rowsOf(old).length, old.errors, old.doubts[0]?.message]).toEqual([1, [], expect.stringContaining('1 row is before 2025-11-30')]);
  });

  it('can be said by roles that the learner chooses', () => {
    const text = 'date,minutes,mood\n2026-11-02,30,fine';
    expect(read(text).ignoredColumns).toEqual(['mood']);
    const chosen = read(text, { columns: ['date', 'duration', 'note'] });
    expect([rowsOf(chosen), chosen.columns[2]]).toEqual([
      [['2026-11-02', 30, 'fine']],
      { name: 'mood', role: 'note', reason: 'You chose this', samples: ['fine'] },
    ]);
    expect(read(text, { columns: ['date', 'date'] }).errors).toMatchObject([
      { message: expect.stringMatching(/how long/) },
      { message: 'Two columns are the date. Choose one' },
    ]);
    expect(read(text).file?.signature).toBe(read(text.replaceAll('fine', 'bad')).file?.signature);
    expect(read(text).file?.signature).not.toBe(read(text.replaceAll('mood', 'note')).file?.signature);
  });
});

describe('rows that are no study', () => {
  it('are skipped and named: titles, totals, repeated headers, and rows of no time', () => {
    expect(fixture('22-title-row')).toMatchObject({ skipped: [{ row: 1, text: 'Study log of Ina', why: 'title' }], rows: 1, file: { headerRow: 3 } });
    expect(fixture('20-total-row')).toMatchObject({ skipped: [{ row: 4, text: 'Total 90', why: 'total' }], rows: 2, errors: [] });
    expect(fixture('21-zero-row')).toMatchObject({ skipped: [{ row: 3, why: 'no-time' }], rows: 1, errors: [] });
    expect(read('date;minutes\n2026-11-02;30\n2026-11-03;30\n;60').skipped).toMatchObject([{ row: 4, why: 'total' }]);
    expect(read('date;minutes\n2026-11-02;30\nDate;minutes\ndate;minutes\n2026-11-03;30').skipped).toMatchObject([{ row: 4, why: 'header' }]);
    expect(read('Report;\nfrom;2026-11-01\n\nDatum;Minuten\n2026-11-02;30\nSumme;30')).toMatchObject({ file: { headerRow: 4 }, entries: [{ minutes: 30 }] });
  });
});

describe('a table in whatever a program saves', () => {
  it.each([
    ['14-sep-line', [['2026-11-02', 60, 'after Excel hint']]],
    ['15-bom-semicolon', [['2026-11-02', 60, 'Übung „Größe“']]],
    ['16-utf16le', [['2026-11-02', 60, 'Übung']]],
    ['19-latin1', [['2026-11-02', 60, 'Übung']]],
    [
      '13-short-date',
      [
        ['2026-11-02', 60, ''],
        ['2026-11-03', 60, ''],
      ],
    ],
    [
      '23-headerless-semicolon-commas',
      [
        ['2026-11-02', 60, 'Read a, b, c, d, e'],
        ['2026-11-03', 30, 'x'],
      ],
    ],
    ['24-header-comma-names', [['2026-11-02', 60, 'a']]],
    [
      '27-cr-only',
      [
        ['2026-11-02', 60, 'old mac'],
        ['2026-11-03', 30, 'line ends'],
      ],
    ],
    ['35-arabic-digits', [['2026-11-02', 60, '']]],
    ['39-pipe', [['2026-11-02', 60, 'pipe']]],
    [
      '41-duplicate-toggl-rows',
      [
        ['2026-11-02', 25, 'pomodoro'],
        ['2026-11-02', 25, 'pomodoro'],
        ['2026-11-02', 25, 'pomodoro'],
      ],
    ],
    ['42-dashes', [['2026-11-02', 60, 'non-breaking hyphens from a word processor']]],
    ['44-trailing-delims', [['2026-11-02', 60, 'a']]],
  ])('is read: %s', (name, rows) => {
    const found = fixture(name);
    expect([open(found), found.errors, rowsOf(found)]).toEqual([[], [], rows]);
  });

  it.each<[string, string, unknown[][]]>([
    [
      'week dates',
      'date,minutes\n2026-W45-1,30\n2026W453,40\n',
      [
        ['2026-11-02', 30, ''],
        ['2026-11-04', 40, ''],
      ],
    ],
    ['Arabic headers and digits', 'التاريخ,المدة (دقيقة),ملاحظة\n٢٠٢٦-١١-٠٢,٩٠,قراءة\n', [['2026-11-02', 90, 'قراءة']]],
    ['a no-break space in thousands', 'Datum;Sekunden\n02.11.2026;5\u202f400\n', [['2026-11-02', 90, '']]],
    [
      'fractions',
      'date,time spent\n2026-11-02,1½ h\n2026-11-03,½ h\n',
      [
        ['2026-11-02', 90, ''],
        ['2026-11-03', 30, ''],
      ],
    ],
    ['dashes where there is nothing', 'Date;Minutes;Note\n2026-11-02;90;a\n2026-11-03;–;b\n', [['2026-11-02', 90, 'a']]],
    [
      'times of a 12-hour clock',
      'Date,Start,End\n2026-11-02,7:05 PM,8:35 PM\n2026-11-03,11:30 pm,12:15 am\n',
      [
        ['2026-11-02', 90, ''],
        ['2026-11-03', 45, ''],
      ],
    ],
    ['a due date too', 'Due date,Completed on,Time spent,Task\n2026-12-20,2026-11-02,30m,a\n', [['2026-11-02', 30, 'a']]],
    [
      'sums below',
      'Datum;Dauer;Notiz\n02.11.2026;0:30:00;a\n03.11.2026;0:40:00;b\n;1:10:00;\nSumme;1:10:00;\n',
      [
        ['2026-11-02', 30, 'a'],
        ['2026-11-03', 40, 'b'],
      ],
    ],
    ['a header twice', 'Date,Minutes,Note,Note\n2026-11-02,30,a,b\n', [['2026-11-02', 30, 'a']]],
    [
      'durations of a spreadsheet',
      'Date,Duration,What\n11/2/2026,1:30:00,Read\n11/13/2026,0:45:00,Lab\n',
      [
        ['2026-11-02', 90, 'Read'],
        ['2026-11-13', 45, 'Lab'],
      ],
    ],
    ['tabs, and the sign for them first', 'sep=\t\nDate\tMinutes\tNote\n2026-11-02\t30\ta, b; c\n', [['2026-11-02', 30, 'a, b; c']]],
    ['quoted lines', 'date,minutes,note\n2026-11-02,30,"one\ntwo ""x"", y"\n', [['2026-11-02', 30, 'one\ntwo "x", y']]],
    ['moments', 'start,end,description\n2026-11-02T23:30:00+00:00,2026-11-03T00:30:00+00:00,b\n', [['2026-11-03', 60, 'b']]],
    ['a mark and decimal commas', '\ufeffDatum;Stunden;Notiz\r\n02.11.2026;1,5;"a; b"\r\n', [['2026-11-02', 90, 'a; b']]],
    ['Japanese words', '日付,時間,メモ\n2026年11月2日,1時間30分,a\n', [['2026-11-02', 90, 'a']]],
    ['a note with an endless run of marks', `date,minutes,note\n2026-11-02,30,a${'\u0316'.repeat(60_000)}\n`, [['2026-11-02', 30, `a${'\u0316'.repeat(30)}`]]],
  ])('with %s is read', (_, table, rows) => {
    const found = read(table);
    expect([open(found), found.errors, rowsOf(found)]).toEqual([[], [], rows]);
  });

  it.each([
    ['Toggl in German', 'Benutzer,E-Mail,Kunde,Projekt,Aufgabe,Beschreibung,Abrechenbar,Startdatum,Startzeit,Enddatum,Endzeit,Dauer,Schlagworte', 'Nein'],
    ['Toggl in French', 'Utilisateur,Email,Client,Projet,Tâche,Description,Facturable,Date de début,Heure de début,Date de fin,Heure de fin,Durée,Tags', 'Non'],
  ])('of %s is read but for its project', (_, header, no) => {
    const found = read(`${header}\nMia,mia@harbour.example,,Certificate,,Chapter 1,${no},2026-11-02,19:00:00,2026-11-02,20:30:00,01:30:00,\n`);
    expect([open(found), found.errors, rowsOf(found)]).toEqual([['subjects'], [], [['2026-11-02', 90, 'Chapter 1']]]);
  });

  it('with a negative duration is refused for that row', () => {
    expect(read('date,duration\n2026-11-02,-1:30:00\n').errors).toEqual([{ row: 2, column: 'minutes', message: '“-1:30:00” is negative' }]);
  });

  it('finds skills whatever their case, white space and normal form', () => {
    expect(fixture('49-nfd-skill')).toMatchObject({ questions: [], entries: [{ skillId: accents.id }] });
    for (const name of ['Data\u00a0versions', ' data  VERSIONS ', 'Ｄａｔａ versions', 'data-versions', 'DATA VERSIONS\u200b'])
      expect(read(`date,minutes,skill\n2026-11-02,30,${name}`)).toMatchObject({ questions: [], entries: [{ skillId: skill.id }] });
    expect(read('date;minutes;skill\n2026-11-02;30;"donnees, qualite; ""tests"" \\ chemin"')).toMatchObject({
      questions: [],
      entries: [{ skillId: accents.id }],
    });
  });

  it('has no lost characters', () => {
    expect(read('date,minutes,note\n2026-11-02,30,Qualit\ufffdt').errors).toMatchObject([
      { row: 2, message: expect.stringContaining('Line 2, column 21: A character was lost') },
    ]);
    expect(readBytes(Buffer.from('date,minutes\n2026-11-02,3\0')).errors[0]?.message).toContain('NUL');
  });

  it('is text: a spreadsheet itself is refused, and what to do is said', () => {
    expect(readBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 20)).errors).toEqual([
      { row: 1, column: null, message: 'This is a spreadsheet or another packed file, not a table as text. Open it and save it as CSV' },
    ]);
  });

  it.each([
    ['43-empty', 1, /column names/],
    ['33-anki-revlog', 1, /no column date/],
    ['31-negative', 2, /is negative/],
    ['34-future', 2, /from 2025-11-30 to 2026-11-30/],
    ['28-quoted-newline', 3, /not a date/],
  ])('is refused: %s', (name, row, message) => {
    expect(fixture(name).errors).toEqual([{ row, column: row === 1 ? null : expect.any(String), message: expect.stringMatching(message) }]);
  });
});

describe('the table of the guide', () => {
  it('is entries, whatever a skill is called by', () => {
    const { entries, errors, questions } = read(`date,minutes,skill,project,kind,recall,note
2026-03-01,1:30,DATA VERSIONS,,Hands on,Good,x
2026-03-01,30,data-versions,,,,
2026-03-01,30,,${project.id},reading,,`);
    expect([errors, questions]).toEqual([[], []]);
    expect(entries).toMatchObject([
      { row: 2, date: '2026-03-01', minutes: 90, skillId: skill.id, projectId: null, kind: 'hands-on', recall: 'good', note: 'x' },
      { row: 3, minutes: 30, skillId: skill.id, kind: 'hands-on', recall: null },
      { row: 4, skillId: null, projectId: project.id, kind: 'reading' },
    ]);
  });

  it.each([
    ['2026-13-01,30', 'date', /not a date/],
    ['2026-12-03,30', 'date', /from 2025-11-30 to 2026-11-30/],
    [',30', 'date', /missing/],
    ['2026-03-01,', 'minutes', /missing/],
    ['2026-03-01,half', 'minutes', /whole minutes/],
    ['2026-03-01,5000', 'minutes', /1,440/],
    ['2026-03-01,30,Data versions,pipeline', 'project', /not both/],
    ['2026-03-01,30,,,dreaming', 'kind', /none of reading/],
    ['2026-03-01,30,,,,perfect', 'recall', /none of again/],
    [`2026-03-01,30,,,,,${'x'.repeat(2_001)}`, 'note', /2,000/],
  ])('names what is wrong by row and column: %.40s', (line, column, message) => {
    const { entries, errors } = read(`date,minutes,skill,project,kind,recall,note\n${line}\n2026-03-02,10,,,,,`);
    expect([entries.length, errors]).toEqual([1, [{ row: 2, column, message: expect.stringMatching(message) }]]);
  });

  it.each([
    ['nothing in it', '', 1, /column names/],
    ['no names and no date', 'a,b\n1,2', 1, /column names/],
    ['no minutes', 'date,note\n2026-03-01,x', 1, /minutes/],
    ['names alone', 'date,minutes\n', 1, /no row/],
    ['too many rows', `date,minutes\n${'2026-03-01,1\n'.repeat(5_001)}`, 5_002, /5,000/],
    ['a quotation mark that is never closed', 'date,minutes,note\n2026-03-01,30,"open\n2026-03-02,1,x', 2, /quotation/],
  ])('is refused with %s', (_, text, row, message) => {
    expect(read(text)).toMatchObject({ entries: [], errors: [{ row, column: null, message: expect.stringMatching(message) }] });
  });

  it('gives back what was escaped for spreadsheets', () => {
    expect(read("date,minutes,skill,note\n2026-03-01,30,,'=1+1").entries[0]?.note).toBe('=1+1');
  });

  it('never fills a day beyond its minutes, together with what stands', () => {
    const { entries } = read('date,minutes\n2026-03-01,1000\n2026-03-01,500\n2026-03-01,440\n2026-03-02,1440');
    expect(overfull(entries, new Map())).toEqual([{ row: 3, column: 'minutes', message: '2026-03-01 would hold 1500 minutes; a day holds 1440' }]);
    expect(overfull(entries, new Map([['2026-03-02', 1]])).map(({ row }) => row)).toEqual([3, 5]);
    expect(longDays(entries.slice(3), new Map([['2026-03-02', 0]]))).toEqual([{ row: 5, message: '24 h on one day, 2026-03-02' }]);
    expect(longDays(read('date,minutes\n2026-03-01,400').entries, new Map([['2026-03-01', 321]]))).toHaveLength(1);
  });

  const Lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'x')), { maxLength: 20 });
  const tableOf = (lines: readonly (readonly [number, number, string])[]) =>
    read(`date,minutes,note\n${lines.map(([d, m, n]) => `2026-02-0${d},${m},${n}`).join('\n')}`);
  const idsOf = (lines: Parameters<typeof tableOf>[0]) => tableOf(lines).entries.map(({ id }) => id);

  it('has ids that are the same whenever it is imported, in whatever order and however it grew', () => {
    assertProperty(
      fc.property(Lines, Lines, (before, after) => {
        const ids = idsOf(before);
        expect(new Set(ids).size).toBe(before.length);
        expect(idsOf([...before].reverse()).sort()).toEqual([...ids].sort());
        expect(idsOf([...before, ...after]).slice(0, before.length)).toEqual(ids);
      }),
    );
  });
});

describe('any table', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  /** How programs write minutes; whether the name of the column says the unit. */
  const DURATIONS: readonly (readonly [string, (minutes: number) => string])[] = [
    ['Minutes', String],
    ['Duration', (minutes) => `${clock(minutes)}:00`],
    ['Worked', (minutes) => `${Math.floor(minutes / 60)}h ${minutes % 60}m`],
    ['Duration (h)', (minutes) => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`],
    ['Dauer (Min.)', String],
    ['Duration (seconds)', (minutes) => String(minutes * 60)],
    ['Duration', String],
    ['Duration', (minutes) => String(minutes * 60)],
    ['Duration', (minutes) => `${minutes}:00`],
    ['Time', (minutes) => clock(minutes)],
    ['Hours', (minutes) => (minutes / 60).toFixed(4)],
  ];
  const DATES: readonly ((month: number, day: number) => string)[] = [
    (month, day) => `2026-${two(month)}-${two(day)}`,
    (month, day) => `${two(day)}.${two(month)}.2026`,
    (month, day) => `${month}/${day}/2026`,
    (month, day) => `${day}/${month}/2026`,
    (month, day) => `${two(day)}-${new Date(Date.UTC(2026, month - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })}-2026`,
  ];
  const Rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 700 })), {
    minLength: 1,
    maxLength: 8,
  });

  it('reads back what was written, or asks: never another unit or day without a question or a doubt', () => {
    assertProperty(
      fc.property(
        Rows,
        fc.constantFrom(...DURATIONS),
        fc.constantFrom(...DATES),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        (rows, [name, duration], date, separator, hasSpan) => {
          const header = ['Date', ...(hasSpan ? ['From', 'To'] : []), name, 'Note'];
          const lines = rows.map(([month, day, minutes]) => [date(month, day), ...(hasSpan ? ['08:00', clock(480 + minutes)] : []), duration(minutes), 'x']);
          const found = read([header, ...lines].map((cells) => cells.join(separator)).join('\r\n'));
          const wanted = rows.map(([month, day, minutes]) => [`2026-${two(month)}-${two(day)}`, minutes, 'x']);
          if (open(found).length > 0 || found.errors.length > 0) return;
          expect(rowsOf(found)).toEqual(wanted);
        },
      ),
      { runs: 200 },
    );
  });

  it('is read or refused, whatever is in it', () => {
    const Cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('date', 'Duration', '2026-11-02', '1:30', '"', '0', '-1', '9'.repeat(14), 'sep=;'),
    );
    assertProperty(
      fc.property(fc.array(fc.array(Cell, { maxLength: 6 }), { maxLength: 8 }), fc.constantFrom(',', ';'), (rows, separator) => {
        const found = read(rows.map((cells) => cells.join(separator)).join('\n'));
        expect(found.entries.every(({ minutes }) => minutes >= 1 && minutes <= 1_440)).toBe(true);
      }),
      { runs: 300 },
    );
  });
});

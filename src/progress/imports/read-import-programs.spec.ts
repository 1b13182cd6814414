import { fixture, open, read, rolesOf, rowsOf } from '../../../test/support/study-tables.js';
import type { ImportMapping } from './study-imports.contract.js';

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

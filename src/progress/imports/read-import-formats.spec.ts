import { accents, fixture, open, read, readBytes, rowsOf, skill } from '../../../test/support/study-tables.js';

describe('a table in the format of another program', () => {
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
  ])('of %s is read, except for its project', (_, header, no) => {
    const found = read(`${header}\nMia,mia@harbour.example,,Certificate,,Chapter 1,${no},2026-11-02,19:00:00,2026-11-02,20:30:00,01:30:00,\n`);
    expect([open(found), found.errors, rowsOf(found)]).toEqual([['subjects'], [], [['2026-11-02', 90, 'Chapter 1']]]);
  });

  it('with a negative duration is refused for that row', () => {
    expect(read('date,duration\n2026-11-02,-1:30:00\n').errors).toEqual([{ row: 2, column: 'minutes', message: '“-1:30:00” is negative' }]);
  });

  it('finds skills regardless of case, white space and normal form', () => {
    expect(fixture('49-nfd-skill')).toMatchObject({ questions: [], entries: [{ skillId: accents.id }] });
    for (const name of ['Data\u00a0versions', ' data  VERSIONS ', 'Ｄａｔａ versions', 'data-versions', 'DATA VERSIONS\u200b'])
      expect(read(`date,minutes,skill\n2026-11-02,30,${name}`)).toMatchObject({ questions: [], entries: [{ skillId: skill.id }] });
    expect(read('date;minutes;skill\n2026-11-02;30;"donnees, qualite; ""tests"" \\ chemin"')).toMatchObject({
      questions: [],
      entries: [{ skillId: accents.id }],
    });
  });

  it('is refused with a lost character', () => {
    expect(read('date,minutes,note\n2026-11-02,30,Qualit\ufffdt').errors).toMatchObject([
      { row: 2, message: expect.stringContaining('Line 2, column 21: A character was lost') },
    ]);
    expect(readBytes(Buffer.from('date,minutes\n2026-11-02,3\0')).errors[0]?.message).toContain('NUL');
  });

  it('must be text: a spreadsheet file is refused with what to do', () => {
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

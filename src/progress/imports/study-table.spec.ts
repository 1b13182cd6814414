import { studyTable, textOf } from './study-table.js';

const cellsOf = (text: string) => studyTable(text).rows.map(({ row, cells: { date, minutes, skill, note } }) => [row, date, minutes, skill, note]);
const WANTED = [[2, '2026-03-01', '30', 'Data', 'Read, twice']];

describe('a table of past study', () => {
  it.each([
    ['commas', 'date,minutes,skill,note\n2026-03-01,30,Data,"Read, twice"\n'],
    ['semicolons, as spreadsheets of many countries save', 'date;minutes;skill;note\r\n2026-03-01;30;Data;Read, twice\r\n'],
    ['tabs, as cells are pasted', 'date\tminutes\tskill\tnote\n2026-03-01\t30\tData\tRead, twice'],
    ['a byte order mark', '\uFEFFdate,minutes,skill,note\n2026-03-01,30,Data,"Read, twice"'],
    ['quotes around everything', '"date","minutes","skill","note"\n"2026-03-01","30","Data","Read, twice"'],
    ['other names in another order', 'Notes;Topic;Duration;Day\nRead, twice;Data;30;2026-03-01'],
    ['space around cells', ' Date , Minutes , Skill , Note \n 2026-03-01 , 30 , Data ,"Read, twice"'],
    ['cells left out at the end, and empty rows between', 'date,minutes,skill,note\n2026-03-01,30,Data,"Read, twice"\n,,,\n\n'],
  ])('is read with %s', (_, text) => {
    expect(cellsOf(text)).toEqual(WANTED);
  });

  it('may have no names where its columns are date, minutes, skill, note', () => {
    expect(cellsOf('2026-03-01,30,Data,x\n2026-03-02,45')).toEqual([
      [1, '2026-03-01', '30', 'Data', 'x'],
      [2, '2026-03-02', '45', '', ''],
    ]);
  });

  it('says which columns it does not know', () => {
    expect(studyTable('date,minutes,mood,minutes\n2026-03-01,30,fine,31')).toMatchObject({ ignoredColumns: ['mood', 'minutes'], errors: [] });
  });

  it.each([
    ['nothing in it', '', 1, /column names/],
    ['no names and no date first', 'a,b\n1,2', 1, /column names/],
    ['no minutes', 'date,note\n2026-03-01,x', 1, /minutes/],
    ['names alone', 'date,minutes\n', 1, /no row/],
    ['too many rows', `date,minutes\n${'2026-03-01,1\n'.repeat(5_001)}`, 5_002, /5,000/],
    ['a quotation mark that is never closed', 'date,minutes,note\n2026-03-01,30,"open\n2026-03-02,1,x', 2, /quotation/],
  ])('is refused with %s', (_, text, row, message) => {
    expect(studyTable(text)).toMatchObject({ rows: [], errors: [{ row, column: null, message: expect.stringMatching(message) }] });
  });

  it('gives back what was escaped for spreadsheets', () => {
    expect(cellsOf("date,minutes,skill,note\n2026-03-01,30,Data,'=1+1")[0]?.at(-1)).toBe('=1+1');
  });

  it('is text in whatever a spreadsheet saves', () => {
    expect(textOf(new TextEncoder().encode('Übung'))).toBe('Übung');
    expect(textOf(Uint8Array.of(0xff, 0xfe, 0xdc, 0x00))).toBe('Ü');
    expect(textOf(Uint8Array.of(0xdc, 0x62))).toBe('Üb');
  });
});

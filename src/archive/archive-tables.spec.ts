import { studyLogText, tableText } from './archive-tables.js';

describe('tables of an archive', () => {
  it('have a header also where there is no row', () => {
    expect(tableText(['enrollment_id', 'taken_on'], [])).toBe('\uFEFFenrollmentId,takenOn\r\n');
  });

  it('hold figures and words as they are, lists as JSON, and no formula', () => {
    const rows = [{ id: 'a', minutes: 45, note: '=1+1', phases: [{ title: 'Read' }], gone: null }];
    expect(tableText(['id', 'minutes', 'note', 'phases', 'gone'], rows)).toBe('\uFEFFid,minutes,note,phases,gone\r\na,45,\'=1+1,"[{""title"":""Read""}]",\r\n');
  });

  it('tell the study log as an import takes it, without what was deleted', () => {
    const entry = {
      date: '2026-03-02',
      minutes: 45,
      skill_id: 's',
      project_id: null,
      note: 'Twice, and "once"',
      kind: 'reading',
      recall: null,
      deleted_at: null,
    };
    const text = studyLogText([entry, { ...entry, deleted_at: '2026-03-03T00:00:00Z' }], new Map([['s', 'Containers']]));
    expect(text).toBe('\uFEFFdate,minutes,skill,note,project,kind,recall\r\n2026-03-02,45,Containers,"Twice, and ""once""",,reading,\r\n');
  });
});

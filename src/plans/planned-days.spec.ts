import { studiedOfPlanned } from './planned-days.js';

describe('the planned days of two weeks', () => {
  const planned = ['2026-03-01', '2026-03-03', '2026-03-05', '2026-03-16'];

  it('count with those that were studied among them', () => {
    expect(studiedOfPlanned(planned, ['2026-03-03', '2026-03-04'], '2026-03-15')).toEqual({ studied: 1, planned: 2 });
  });

  it('hold today only once it was studied', () => {
    expect(studiedOfPlanned(planned, [], '2026-03-16')).toEqual({ studied: 0, planned: 2 });
    expect(studiedOfPlanned(planned, ['2026-03-16'], '2026-03-16')).toEqual({ studied: 1, planned: 3 });
  });

  it('hold a day once, however many items it has', () => {
    expect(studiedOfPlanned(['2026-03-10', '2026-03-10'], ['2026-03-10'], '2026-03-15')).toEqual({ studied: 1, planned: 1 });
  });
});

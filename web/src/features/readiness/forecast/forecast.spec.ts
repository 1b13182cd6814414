import { describe, expect, it } from '@jest/globals';
import type { ExamOption, Fan, Forecast } from '@server/readiness/forecast/forecast.contract';
import { apart, fanRows, fanSeries, lineName } from './fan-series';
import { adviceOf, decisionLead, optionTakes, optionTitle, readyFact, readyWords, wayWords } from './forecast-words';

const chance = (percent: number, low: number, high: number) => ({ probability: percent / 100, low: low / 100, high: high / 100 });
const fan = (more: Partial<Fan> = {}): Fan => {
  const points = [
    { date: '2026-10-20', p10: 60, p50: 66, p90: 72 },
    { date: '2026-10-27', p10: 61, p50: 70, p90: 78 },
    { date: '2026-11-14', p10: 69, p50: 80, p90: 89 },
  ];
  return { minutesAWeek: 240, points, atExam: points[2]!, p50ReadyOn: '2026-11-06', p80ReadyOn: '2026-11-11', ...more };
};
const option = (kind: ExamOption['kind'], percent: number, more: Partial<ExamOption> = {}): ExamOption => ({
  kind,
  examOn: '2026-11-14',
  moreMinutesADay: 0,
  score: { date: '2026-11-14', p10: 69, p50: 80, p90: 89 },
  chance: chance(percent, percent - 11, percent + 9),
  isAdvised: false,
  ...more,
});
const forecast = (more: Partial<Forecast> = {}): Forecast => ({
  enrollmentId: 'e',
  ...{ today: '2026-10-20', examOn: '2026-11-14', daysToExam: 25, readyFrom: 75 },
  chance: chance(71, 60, 80),
  plan: fan(),
  pace: fan({ minutesAWeek: 150, atExam: { date: '2026-11-14', p10: 64, p50: 74, p90: 83 }, p50ReadyOn: null, p80ReadyOn: null }),
  options: [option('keep', 71, { isAdvised: true }), option('move', 74, { examOn: '2026-11-28' })],
  decideNow: false,
  ...more,
});
const known = ['2026-08-01', '2026-10-01', '2026-10-19'].map((date, i) => ({ date, score: 50 + i * 5, low: 40 + i * 5, high: 60 + i * 5 }));

describe('the fan', () => {
  it('opens at the score that stands today, and leaves the way ahead room', () => {
    const { past, ahead, other } = fanSeries(known, forecast(), 'plan', true);
    expect(past.map(({ date }) => date)).toEqual(['2026-10-01', '2026-10-19', '2026-10-20']);
    expect(ahead.map(({ date, score }) => `${date} ${score}`)).toEqual(['2026-10-20 60', '2026-10-27 70', '2026-11-14 80']);
    expect(other[0]).toEqual(ahead[0]);
  });

  it('has a table with both ways, from today to the exam', () => {
    const rows = fanRows(known, forecast());
    expect(rows.map(({ name }) => name)).toEqual(['today', null, 'exam']);
    expect(rows[2]).toMatchObject({ plan: { score: 80, low: 69, high: 89 }, pace: { score: 80 } });
  });

  it('goes on at the present pace alone without a plan', () => {
    expect(fanSeries(known, forecast({ plan: null }), 'plan', false)).toMatchObject({ other: [], ahead: [{ score: 60 }, { score: 70 }, { score: 80 }] });
  });

  it('says in its key where each line leads, where no words have room at its end', () => {
    const { ahead, other } = fanSeries(known, forecast(), 'plan', true);
    expect(lineName('On plan', ahead.at(-1))).toBe('On plan: 80 by the exam, 69 to 89 likely');
    expect(lineName('At this pace', other.at(-1))).toMatch(/^At this pace: \d+ by the exam, \d+ to \d+ likely$/);
    expect(lineName('On plan')).toBe('On plan');
  });

  it('keeps words at its end apart', () => {
    expect(apart(100, 110, 36)).toEqual([87, 123]);
    expect(apart(110, 100, 36)).toEqual([123, 87]);
    expect(apart(10, 90, 36)).toEqual([10, 90]);
  });
});

describe('when it is likely to be ready', () => {
  it('has a date of even odds and one of four in five', () => {
    expect(readyWords(fan(), '2026-10-20', 'exam')).toBe('around 6 November, and by 11 November in four cases of five');
    expect(readyFact(fan(), '2026-10-20', 'exam')).toEqual({ value: '6 Nov', note: 'to 11 Nov' });
    expect(wayWords(forecast())).toBe(
      'On plan you are ready around 6 November, and by 11 November in four cases of five. At your present pace you would come to 74.',
    );
  });

  it('says so where it does not come to that', () => {
    const never = fan({ p50ReadyOn: null, p80ReadyOn: null });
    expect(readyWords(never, '2026-10-20', 'year')).toBe('not within a year, as things go');
    expect(readyWords(never, '2026-10-20', 'exam')).toBe('not by the exam');
    expect(readyFact(never, '2026-10-20', 'exam')).toEqual({ value: 'Not in sight', note: 'by the exam' });
    expect(readyWords(fan({ p80ReadyOn: null }), '2026-10-20', 'exam')).toBe(
      'around 6 November; to be so in four cases of five takes longer than the exam leaves',
    );
    expect(wayWords(forecast({ plan: fan({ p50ReadyOn: null }) }))).toContain('you come to 80, most likely 69 to 89, by the exam; ready begins at 75');
    expect(readyFact(fan({ p50ReadyOn: '2026-10-20', p80ReadyOn: '2027-01-03' }), '2026-10-20', 'year')).toEqual({ value: 'Today', note: 'to 3 Jan 2027' });
  });
});

describe('keep or move the exam', () => {
  it('advises in one sentence with numbers and ranges', () => {
    expect(adviceOf(forecast())).toEqual({
      title: 'Keep 14 November',
      why: 'The chance to pass is about 71%, somewhere from 60 to 80. The most that another way makes of it is 74% (63 to 83), on 28 Nov.',
    });
    const moved = [option('keep', 52), option('move', 74, { examOn: '2026-11-28', isAdvised: true })];
    expect(adviceOf(forecast({ options: moved }))).toEqual({
      title: 'Move to 28 November',
      why: '2 weeks later the chance to pass is about 74% (63 to 83); on 14 November it is 52% (41 to 61).',
    });
  });

  it('advises nothing where there is no chance to speak of', () => {
    expect(adviceOf(forecast({ options: [option('keep', 50, { chance: null, isAdvised: true })] })).title).toBe('Keep 14 November for now');
  });

  it('says of each way what it takes', () => {
    const more = option('add-hours', 78, { moreMinutesADay: 30 });
    expect(optionTitle(more, forecast())).toBe('Keep it, and study 30 min more a day');
    expect(optionTakes(more, forecast())).toBe('3 h 30 a week more than planned');
    expect(optionTakes(option('move', 74, { examOn: '2026-11-28' }), forecast())).toBe('2 weeks longer at the same 4 h a week on average');
    expect(optionTakes(option('keep', 71), forecast({ plan: null }))).toBe('2 h 30 a week, as logged on average in the last 4 weeks');
    expect(optionTakes(option('keep', 71), forecast())).toBe('4 h a week on average until the exam, the plan kept as in the last 4 weeks');
  });

  it('presses nobody while there is time', () => {
    expect(decisionLead({ daysToExam: 40, decideNow: false })).toContain('nothing has to be decided yet');
    expect(decisionLead({ daysToExam: 9, decideNow: true })).toBe('9 days to the exam: a good moment to decide. Nothing here is a promise.');
  });
});

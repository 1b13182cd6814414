import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fitModel, predictAll, seenAt } from './backtest.js';
import { groupQualities, isDoubtful } from './group-fairness.js';
import { readOulad } from './oulad.js';
import { reliabilitySvg } from './reliability-svg.js';
import { fairnessReport, qualityTable, resultOf } from './report.js';

/** A course of 60 learners in the layout of the dataset: every second one works along and passes, the others do not; a few leave. */
function writeCourse(folder: string): void {
  const write = (name: string, header: string, lines: readonly string[]) =>
    writeFileSync(join(folder, `${name}.csv.gz`), gzipSync([header, ...lines, ''].join('\n')));
  const students = Array.from({ length: 60 }, (_, i) => i);
  const presentations = ['2013B', '2014B'];
  const each = (of: (presentation: string, student: number) => string[]) => presentations.flatMap((name) => students.flatMap((student) => of(name, student)));
  write('courses', 'code_module,code_presentation,length_days,materials_total', [...presentations.map((name) => `XXX,${name},100,50`), 'YYY,2013B,100,50']);
  write('assessments', 'code_module,code_presentation,id_assessment,assessment_type,date,weight', [
    ...presentations.flatMap((name) => [`XXX,${name},${name}1,TMA,20,40`, `XXX,${name},${name}2,CMA,50,60`, `XXX,${name},${name}3,Exam,,100`]),
    'YYY,2013B,9,TMA,20,100',
  ]);
  const isBusy = (student: number) => student % 2 === 0;
  write('enrolments', 'code_module,code_presentation,id_student,date_registration,date_unregistration,num_of_prev_attempts,gender,passed', [
    ...each((name, student) => [
      `XXX,${name},${student},${student === 3 ? '' : -10},${student === 5 ? 30 : ''},0,${student < 30 ? 'F' : 'M'},${isBusy(student) ? 1 : 0}`,
    ]),
    'YYY,2013B,1,-10,,0,F,1',
  ]);
  write('snapshots', 'code_module,code_presentation,snap,snap_day,id_student,homepage_days,visits,materials', [
    ...each((name, student) =>
      [4, 34, 64, 94, 100].map((day, i) => `XXX,${name},${i + 1},${day},${student},${isBusy(student) ? day / 2 + (student % 7) : 2},${day},${i * 5}`),
    ),
    'YYY,2013B,1,4,1,2,4,1',
  ]);
  write('student_assessments', 'id_assessment,id_student,date_submitted,is_banked,score', [
    ...each((name, student) =>
      isBusy(student) ? [`${name}1,${student},19,0,${70 + (student % 20)}`, `${name}2,${student},49,0,`] : [`${name}1,${student},25,0,40`],
    ),
    // What comes on the exam is the outcome, and must not be seen.
    ...each((name, student) => [`${name}3,${student},99,0,${isBusy(student) ? 100 : 0}`]),
  ]);
}

describe('a backtest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-backtest-'));
  beforeAll(() => writeCourse(folder));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (...names: string[]) => readOulad(folder, names);

  it('reads courses as preparations, without the exam and without who never registered', () => {
    const { presentations, leftOut } = read('2013B');
    expect(leftOut).toEqual(['YYY 2013B']);
    const [course] = presentations;
    expect(course).toMatchObject({ course: 'XXX', name: '2013B', season: -1, lengthDays: 100 });
    expect(course!.learners).toHaveLength(59);
    const { preparation } = course!.learners[0]!.history;
    expect(String(preparation.startedOn)).toBe('2013-02-01');
    expect(preparation.work.map(({ id, isReviewed, weightPercent, handedIn }) => [id, isReviewed, weightPercent, handedIn?.scorePercent])).toEqual([
      ['2013B1', true, 40, 70],
      ['2013B2', false, 60, null],
    ]);
    expect(preparation.readings.map(({ day, studyDays }) => [day, studyDays])).toEqual([
      [4, 2],
      [34, 17],
      [64, 32],
      [94, 47],
      [100, 50],
    ]);
  });

  it('asks of those who were there on the day', () => {
    const [course] = read('2014B').presentations;
    expect(seenAt(course!, 20)).toHaveLength(59);
    expect(seenAt(course!, 40)).toHaveLength(58);
  });

  it('keeps personal traits out of what is predicted from', () => {
    const [course] = read('2014B').presentations;
    const women = { ...course!, learners: course!.learners.map((learner) => ({ ...learner, traits: { gender: 'F' } })) };
    expect(seenAt(women, 60).map(({ features }) => features)).toEqual(seenAt(course!, 60).map(({ features }) => features));
  });

  it('tells those who pass from those who do not, and says how well', () => {
    const model = fitModel(read('2013B').presentations, [20, 60]);
    const predicted = predictAll(model, read('2014B').presentations, [20, 60]);
    const result = resultOf(predicted);
    expect(result.folds.map(({ fraction, n }) => [fraction, n])).toEqual([
      [20, 59],
      [60, 58],
    ]);
    expect(result.folds[1]!.auc).toBe(1);
    expect(result.overall.n).toBe(117);
    expect(qualityTable(result)).toMatch(/^at +n +AUC +Brier +log loss +ECE/);
    expect(fairnessReport(predicted)).toContain('At 60%');
    expect(reliabilitySvg([{ title: 'All', predictions: [...predicted.values()].flat() }])).toMatch(/^<svg [\s\S]*<circle/);
  });

  it('says what is missing', () => {
    expect(() => read('2015J')).toThrow('There is no presentation 2015J');
    expect(() => readOulad(join(folder, 'nowhere'), ['2013B'])).toThrow('There is neither');
  });
});

describe('fairness', () => {
  const group = (name: string, probability: number, passed: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ probability, hasPassed: i < passed, traits: { group: name } }));

  it('tells a group that is misjudged from one that chance explains', () => {
    const [fair, misjudged] = groupQualities([...group('a', 0.7, 72, 100), ...group('b', 0.7, 45, 100)]);
    expect(fair).toMatchObject({ group: 'a', n: 100 });
    expect(fair!.bias).toBeCloseTo(-0.02, 9);
    expect(fair!.biasError).toBeCloseTo(Math.sqrt(0.21 / 100), 9);
    expect([isDoubtful(fair!), isDoubtful(misjudged!)]).toEqual([false, true]);
  });

  it('leaves out groups too small to say', () => {
    expect(groupQualities(group('few', 0.5, 10, 20))).toEqual([]);
  });
});

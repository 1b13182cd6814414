/** Reads the Open University Learning Analytics Dataset as preparations of learners: the only file that knows how it is laid out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import type { LearnerHistory, Preparation, Reading, Work } from '../history.js';

/** One course as it was held once. */
export interface Presentation {
  course: string;
  name: string;
  /** Autumn or spring. */
  season: 1 | -1;
  lengthDays: number;
  learners: readonly Student[];
}

export interface Student {
  /** Without skills: what is known is how they went about the course. */
  history: LearnerHistory & { preparation: Preparation };
  registeredDay: number;
  /** Null who stayed. */
  withdrawnDay: number | null;
  hasPassed: boolean;
  /** Personal traits, by which the report compares groups. They are kept apart from the preparation, so that no feature can be made of them. */
  traits: Readonly<Record<string, string>>;
}

type Line = Record<string, string>;

/** February and October, by the last letter of a presentation's name. */
const STARTS: Record<string, { month: number; season: 1 | -1 }> = { B: { month: 2, season: -1 }, J: { month: 10, season: 1 } };
/** A presentation whose snapshots end before this share of its length has lost the late ones, and is left out. */
const LEAST_SHARE_SEEN = 0.8;
const TRAITS = { gender: 'gender', age_band: 'age', disability: 'disability', imd_band: 'deprivation', highest_education: 'education', region: 'region' };

/** @throws Error that says what is missing: a file, or a presentation */
export function readOulad(folder: string, names: readonly string[]): { presentations: Presentation[]; leftOut: string[] } {
  const read = (name: string) => linesOf(folder, name).filter((line) => line['code_presentation'] === undefined || names.includes(line['code_presentation']));
  const courses = read('courses');
  const absent = names.filter((name) => !courses.some((line) => line['code_presentation'] === name));
  if (absent.length > 0) throw new Error(`There is no presentation ${absent.join(', ')} in ${folder}.`);
  const by = (lines: readonly Line[]) => groupedBy(lines, keyOf);
  const [assessments, enrolments, snapshots] = [by(read('assessments')), by(read('enrolments')), by(read('snapshots'))];
  const submissions = groupedBy(linesOf(folder, 'student_assessments'), (line) => line['id_assessment'] ?? '');
  const all = courses.map((course) => {
    const key = keyOf(course);
    return presentationOf(course, assessments.get(key) ?? [], enrolments.get(key) ?? [], snapshots.get(key) ?? [], submissions);
  });
  const isWhole = ({ learners, lengthDays }: Presentation) =>
    learners.some(({ history }) => (history.preparation.readings.at(-1)?.day ?? 0) >= lengthDays * LEAST_SHARE_SEEN);
  return { presentations: all.filter(isWhole), leftOut: all.filter((one) => !isWhole(one)).map(({ course, name }) => `${course} ${name}`) };
}

function linesOf(folder: string, name: string): Line[] {
  const [packed, plain] = [join(folder, `${name}.csv.gz`), join(folder, `${name}.csv`)];
  if (!existsSync(packed) && !existsSync(plain)) throw new Error(`There is neither ${name}.csv.gz nor ${name}.csv in ${folder}.`);
  const bytes = existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(plain);
  return parse(bytes, { columns: true, bom: true });
}

function groupedBy(lines: readonly Line[], keyOfLine: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOfLine(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

const keyOf = (line: Line) => `${line['code_module']} ${line['code_presentation']}`;
const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

function presentationOf(
  course: Line,
  assessments: readonly Line[],
  enrolments: readonly Line[],
  snapshots: readonly Line[],
  submissions: ReadonlyMap<string, readonly Line[]>,
): Presentation {
  const name = course['code_presentation'] ?? '';
  const start = STARTS[name.slice(-1)];
  if (!start) throw new Error(`The presentation ${name} begins neither in February (B) nor in October (J).`);
  const startedOn = Temporal.PlainDate.from({ year: Number(name.slice(0, 4)), month: start.month, day: 1 });
  const lengthDays = Number(course['length_days']);
  const work = workOf(assessments, lengthDays);
  const handedIn = new Map(
    work.map(({ id }) => [id, new Map((submissions.get(id) ?? []).map((line) => [line['id_student'] ?? '', handedInOf(line)]))] as const),
  );
  const readings = readingsOf(snapshots, Number(course['materials_total']));
  // Who has no date of registration is nobody's learner on any day.
  const registered = enrolments.filter((line) => numberOf(line['date_registration']) !== null);
  const learners = registered.map((line): Student => {
    const id = line['id_student'] ?? '';
    return {
      history: {
        ...{ skills: [], projects: [], practice: [], studyDays: readings.of(id).at(-1)?.studyDays ?? 0 },
        preparation: {
          startedOn,
          lengthDays,
          readings: readings.of(id),
          work: work.map((each) => ({ ...each, handedIn: handedIn.get(each.id)?.get(id) ?? null })),
          earlierAttempts: Number(line['num_of_prev_attempts']),
        },
      },
      registeredDay: Number(line['date_registration']),
      withdrawnDay: numberOf(line['date_unregistration']),
      hasPassed: line['passed'] === '1',
      traits: Object.fromEntries(Object.entries(TRAITS).map(([column, trait]) => [trait, line[column] || 'not said'])),
    };
  });
  return { course: course['code_module'] ?? '', name, season: start.season, lengthDays, learners };
}

/** All but the exam, which is the outcome. Where no work has a weight, all of it counts alike. */
function workOf(assessments: readonly Line[], lengthDays: number): Omit<Work, 'handedIn'>[] {
  const work = assessments.filter((line) => line['assessment_type'] !== 'Exam');
  const isWeighted = work.some((line) => Number(line['weight']) > 0);
  return work.map((line) => ({
    id: line['id_assessment'] ?? '',
    dueDay: numberOf(line['date']) ?? lengthDays,
    weightPercent: isWeighted ? Number(line['weight']) : 100 / work.length,
    isReviewed: line['assessment_type'] === 'TMA',
  }));
}

const handedInOf = (line: Line): NonNullable<Work['handedIn']> => ({
  day: Number(line['date_submitted']),
  scorePercent: numberOf(line['score']),
  isCarriedOver: line['is_banked'] === '1',
});

/** Who has no line for a day did nothing more until then. */
function readingsOf(snapshots: readonly Line[], materials: number): { of: (student: string) => Reading[] } {
  const days = [...new Set(snapshots.map((line) => Number(line['snap_day'])))].sort((a, b) => a - b);
  const lines = groupedBy(snapshots, (line) => line['id_student'] ?? '');
  return {
    of: (student) => {
      const own = new Map((lines.get(student) ?? []).map((line) => [Number(line['snap_day']), line]));
      let last: Omit<Reading, 'day'> = { studyDays: 0, effort: 0, coverage: 0 };
      return days.map((day) => {
        const line = own.get(day);
        if (line) last = { studyDays: Number(line['homepage_days']), effort: Number(line['visits']), coverage: Number(line['materials']) / materials };
        return { day, ...last };
      });
    },
  };
}

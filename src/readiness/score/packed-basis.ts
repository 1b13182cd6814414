/**
 * A basis as bytes, so that a row of a million can be read, worked out and forgotten in microseconds. All numbers are 32-bit floats, and
 * were so before they were packed (`settled`): what is worked out from a row equals what is worked out from the history.
 */
import type { HandedIn, Work } from '../history.js';
import type { Way } from '../passing/way.js';
import type { LevelShape, ProjectBasis, ScoreBasis, SkillBasis } from './basis.js';
import type { Evidence } from './evidence.js';

/** The first number; another layout gets another one. */
const LAYOUT = 1;
const HEAD = 14;
const PER_SKILL = 16;
const PER_PROJECT = 2;
const PER_WORK = 7;
/** What waits for a mentor has the number of its state and as many more as there are states. */
const STATES = ['open', 'finished', 'judged'] as const;
const PRACTICE_WORK = -1;

export interface Known {
  basis: ScoreBasis;
  way: Way;
}

export function packed({ basis, way }: Known, level: Pick<LevelShape, 'projects'>): Buffer {
  const projectAt = new Map(level.projects.map(({ id }, i) => [id, i]));
  const numbers = Float32Array.of(
    ...[LAYOUT, basis.day, basis.studyDays, basis.practiceDay, basis.skills.length, basis.projects.length],
    ...[way.startDay, way.examDay, way.earlierAttempts, way.totalMinutes, way.totalDays, way.coverage, way.work.length, way.minutesByDay.length],
    ...basis.skills.flatMap(skillNumbers),
    ...basis.projects.flatMap(({ minutes, state, isWaiting }) => [minutes, STATES.indexOf(state) + (isWaiting ? STATES.length : 0)]),
    ...way.work.flatMap((work) => workNumbers(work, projectAt)),
    ...way.minutesByDay.flat(),
  );
  return Buffer.from(numbers.buffer);
}

/** @throws where the bytes are of another layout or another level: what was stored must be worked out anew */
export const unpacked = (bytes: Buffer, level: Pick<LevelShape, 'skills' | 'projects'>): Known => new BasisReader(level).read(bytes);

/** Reads many bases of one level, one after the other, into the same values: each is overwritten by the next, so that a million leave nothing behind. */
export class BasisReader {
  private numbers = new Float32Array(0);
  /** The same memory. */
  private bytes = Buffer.from(this.numbers.buffer);
  private readonly skills: SkillBasis[];
  private readonly projects: ProjectBasis[];
  // As many of each as any basis had; what is answered holds those that this one has.
  private readonly allWork: Work[] = [];
  private readonly allHandedIn: HandedIn[] = [];
  private readonly allDays: [number, number][] = [];
  private readonly work: Work[] = [];
  private readonly days: [number, number][] = [];
  private readonly effortMinutes: number;

  constructor(private readonly level: Pick<LevelShape, 'skills' | 'projects'>) {
    this.skills = level.skills.map(emptySkill);
    this.effortMinutes = level.skills.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
    this.projects = level.projects.map(() => ({ minutes: 0, state: 'open', isWaiting: false }));
  }

  /** @throws where the bytes are of another layout or another level */
  read(bytes: Buffer): Known {
    this.makeRoom(bytes.byteLength);
    // A buffer of the driver may begin anywhere; floats must not.
    bytes.copy(this.bytes);
    return this.known();
  }

  /** The same from a `bytea` as PostgreSQL writes it: `\\x`, then hexadecimal digits. */
  readText(text: string): Known {
    this.makeRoom((text.length - 2) / 2);
    this.bytes.write(text.slice(2), 'hex');
    return this.known();
  }

  private makeRoom(bytes: number): void {
    if (bytes <= this.bytes.byteLength) return;
    this.numbers = new Float32Array(2 * Math.ceil(bytes / Float32Array.BYTES_PER_ELEMENT));
    this.bytes = Buffer.from(this.numbers.buffer);
  }

  private known(): Known {
    const { numbers, skills, projects } = this;
    if (numbers[0] !== LAYOUT || numbers[4] !== skills.length || numbers[5] !== projects.length) throw new Error('A stored basis is of another level');
    let at = HEAD;
    for (let i = 0; i < skills.length; i++, at += PER_SKILL) readSkill(skills[i]!, numbers, at);
    for (let i = 0; i < projects.length; i++, at += PER_PROJECT) readProject(projects[i]!, numbers, at);
    const [work, minutesByDay] = [this.readWork(at, numbers[12]!), this.readDays(at + numbers[12]! * PER_WORK, numbers[13]!)];
    return {
      basis: { day: numbers[1]!, studyDays: numbers[2]!, practiceDay: numbers[3]!, skills, projects },
      way: {
        startDay: numbers[6]!,
        examDay: numbers[7]!,
        earlierAttempts: numbers[8]!,
        effortMinutes: this.effortMinutes,
        totalMinutes: numbers[9]!,
        totalDays: numbers[10]!,
        coverage: numbers[11]!,
        work,
        minutesByDay,
      },
    };
  }

  private readWork(from: number, count: number): Work[] {
    const { numbers, work } = this;
    work.length = count;
    for (let i = 0, at = from; i < count; i++, at += PER_WORK) {
      const each = (work[i] = this.allWork[i] ??= { id: '', dueDay: 0, weightPercent: 0, isReviewed: false, handedIn: null });
      const project = numbers[at]!;
      each.id = project === PRACTICE_WORK ? 'practice' : this.level.projects[project]!.id;
      each.dueDay = numbers[at + 1]!;
      each.weightPercent = numbers[at + 2]!;
      each.isReviewed = numbers[at + 3] === 1;
      const day = numbers[at + 4]!;
      each.handedIn = Number.isNaN(day) ? null : (this.allHandedIn[i] ??= { day: 0, scorePercent: null, isCarriedOver: false });
      if (each.handedIn === null) continue;
      const score = numbers[at + 5]!;
      each.handedIn.day = day;
      each.handedIn.scorePercent = Number.isNaN(score) ? null : score;
      each.handedIn.isCarriedOver = numbers[at + 6] === 1;
    }
    return work;
  }

  private readDays(from: number, count: number): [number, number][] {
    const { numbers, days } = this;
    days.length = count;
    for (let i = 0, at = from; i < count; i++, at += 2) {
      const each = (days[i] = this.allDays[i] ??= [0, 0]);
      each[0] = numbers[at]!;
      each[1] = numbers[at + 1]!;
    }
    return days;
  }
}

/** The same with every number as it comes back from bytes. */
export const settled = (known: Known, level: Pick<LevelShape, 'skills' | 'projects'>): Known => unpacked(packed(known, level), level);

const skillNumbers = (skill: SkillBasis): number[] => [
  ...[skill.studyMinutes, skill.projectMinutes, skill.itemsAnswered],
  ...[skill.projects, skill.practice, skill.ratings, skill.signOffs].flatMap(({ right, wrong }) => [right, wrong]),
  ...[skill.stabilityDays, skill.difficulty, skill.lastDay],
  // Room for two more, so that a new kind of evidence needs no other layout.
  ...[0, 0],
];

const nothing = (): Evidence => ({ right: 0, wrong: 0 });
const emptySkill = (): SkillBasis => ({
  ...{ studyMinutes: 0, projectMinutes: 0, itemsAnswered: 0, stabilityDays: 0, difficulty: 0, lastDay: 0 },
  ...{ projects: nothing(), practice: nothing(), ratings: nothing(), signOffs: nothing() },
});

function readSkill(skill: SkillBasis, numbers: Float32Array, at: number): void {
  skill.studyMinutes = numbers[at]!;
  skill.projectMinutes = numbers[at + 1]!;
  skill.itemsAnswered = numbers[at + 2]!;
  readEvidence(skill.projects, numbers, at + 3);
  readEvidence(skill.practice, numbers, at + 5);
  readEvidence(skill.ratings, numbers, at + 7);
  readEvidence(skill.signOffs, numbers, at + 9);
  skill.stabilityDays = numbers[at + 11]!;
  skill.difficulty = numbers[at + 12]!;
  skill.lastDay = numbers[at + 13]!;
}

function readEvidence(evidence: Evidence, numbers: Float32Array, at: number): void {
  evidence.right = numbers[at]!;
  evidence.wrong = numbers[at + 1]!;
}

function readProject(project: ProjectBasis, numbers: Float32Array, at: number): void {
  project.minutes = numbers[at]!;
  const number = numbers[at + 1]!;
  project.state = STATES[number % STATES.length]!;
  project.isWaiting = number >= STATES.length;
}

const workNumbers = ({ id, dueDay, weightPercent, isReviewed, handedIn }: Work, projectAt: ReadonlyMap<string, number>): number[] => [
  ...[projectAt.get(id) ?? PRACTICE_WORK, dueDay, weightPercent, isReviewed ? 1 : 0],
  ...[handedIn ? handedIn.day : NaN, handedIn?.scorePercent ?? NaN, handedIn?.isCarriedOver ? 1 : 0],
];

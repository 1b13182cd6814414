import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { daysBefore, plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { changeSince } from './change.js';
import { noChance } from './computed.js';
import { LevelShapes } from './level-shapes.service.js';
import { mainReason } from './main-reason.js';
import { passChance, type ChancePart } from './passing/chance.js';
import { PassGrounds } from './passing/pass-grounds.service.js';
import { CHANCE_PARTS, type Chance, type Readiness } from './readiness.contract.js';
import { readinessPage } from './readiness-rows.js';
import { dateOfDay, dayNumber } from './score/basis.js';
import { unpacked, type Known } from './score/packed-basis.js';
import { MODEL } from './score/readiness-model.js';
import { ShownBases } from './shown-basis.service.js';
import { scoreChange } from './snapshot-parts.js';

const MOST_POINTS = 400;
const WEEK = 7;

interface Page {
  latest:
    | (Pick<Readiness, 'score' | 'low' | 'high' | 'band' | 'model'> & {
        levelId: string;
        releaseId: string;
        state: 'too-early' | 'computed';
        /** Base64. */
        basis: string;
        probability: number | null;
        probabilityLow: number | null;
        probabilityHigh: number | null;
        hasMentor: boolean;
        computedFor: LocalDate;
        computedAt: string;
        coversUntil: string;
      })
    | null;
  aWeekAgo: { date: LocalDate; score: number | null; releaseId: string | null; parts: number[] | null } | null;
  modelChange: Readiness['modelChange'];
  history: Readiness['history'];
}

/** Before the worker has come to it. */
const COMPUTING = {
  ...{ state: 'computing', score: null, low: null, high: null, band: 'too-early', wanting: null, change: null, changed: null, reason: null },
  ...{ chance: null, noChance: 'too-early', computedAt: null, coversUntil: null, model: MODEL, modelChange: null, skills: [], nextActions: [] },
} as const satisfies Partial<Readiness>;

/** What was computed last, and all that is worked out from it when somebody asks. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly shapes: LevelShapes,
    private readonly shown: ShownBases,
    private readonly grounds: PassGrounds,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async read(person: Person, enrollmentId: string): Promise<Readiness> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const weekAgo = daysBefore(this.clock.today(enrollment), WEEK);
    const [row] = await this.statements.run<{ page: Page }>(readinessPage, [enrollmentId, weekAgo, MOST_POINTS, person.id]);
    const { latest, aWeekAgo, modelChange, history } = row?.page ?? { latest: null, aWeekAgo: null, modelChange: null, history: [] };
    if (!latest) return { ...COMPUTING, skills: [], nextActions: [], enrollmentId, history };
    const { levelId, releaseId, basis, hasMentor, probability, probabilityLow, probabilityHigh, computedFor, computedAt, coversUntil, ...sums } = latest;
    const shape = await this.shapes.of({ levelId, releaseId });
    const known = unpacked(Buffer.from(basis, 'base64'), shape);
    const day = dayNumber(plainDate(computedFor));
    const { skills, wanting, nextActions } = await this.shown.of({ levelId, releaseId, basis, hasMentor, computedFor });
    const before =
      aWeekAgo?.releaseId === releaseId && aWeekAgo.score !== null && aWeekAgo.parts !== null
        ? { ...aWeekAgo, score: aWeekAgo.score, parts: aWeekAgo.parts }
        : null;
    const why = noChance(latest.state, enrollment.state, known.way, day);
    const isSaid = why === null && probability !== null && probabilityLow !== null && probabilityHigh !== null;
    const chance = isSaid ? await this.explained(levelId, known, day, { probability, low: probabilityLow, high: probabilityHigh }) : null;
    return {
      ...sums,
      ...{ enrollmentId, skills, wanting, nextActions, modelChange, history },
      change: changeSince(aWeekAgo?.score ?? null, sums.score),
      changed: before && sums.score !== null ? scoreChange(before.date, before, sums.score, skills) : null,
      reason: mainReason({ score: sums.score, skills }, shape, known.basis, day),
      chance,
      noChance: chance ? null : (why ?? 'too-early'),
      computedAt: new Date(computedAt).toISOString(),
      coversUntil: new Date(coversUntil).toISOString(),
    };
  }

  /** The chance as it was said, with what made it. */
  private async explained(levelId: string, { way }: Known, day: number, said: Pick<Chance, 'probability' | 'low' | 'high'>): Promise<Chance | null> {
    const ground = (await this.grounds.of([levelId])).get(levelId);
    if (!ground) return null;
    const { usual, parts, peers, outcomes, model } = passChance(way, day, ground, said);
    return {
      ...{ ...said, usual, peers, outcomes, model },
      examOn: dateOfDay(way.examDay).toString(),
      parts: CHANCE_PARTS.map((kind: ChancePart) => ({ kind, points: parts[kind] })),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { EnrollmentsService, type OwnEnrollment } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Statements } from '../../platform/database/statements.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { PlanItem } from '../../plans/plans.contract.js';
import { PlansService } from '../../plans/plans.service.js';
import { READY_FROM } from '../readiness.contract.js';
import { LevelShapes } from '../level-shapes.service.js';
import { PassGrounds } from '../passing/pass-grounds.service.js';
import { storedBasis } from '../readiness-rows.js';
import { dateOfDay, dayNumber, type LevelShape } from '../score/basis.js';
import { unpacked } from '../score/packed-basis.js';
import { advised, examOptions } from './exam-options.js';
import { DECIDE_WITHIN_DAYS, nothingToForecast, type Fan, type FanPoint, type Forecast } from './forecast.contract.js';
import { doingOf, drawnDays, expectedScores, fanOf, readyDays, type Doing, type Expected } from './forecast.js';
import { atPace } from './study-ahead.js';
import { aheadOf, type Ahead, type Walker } from './walk.js';

/** How far back the present pace is looked for. */
const PACE_DAYS = 28;
const YEAR_DAYS = 365;

interface Stored {
  levelId: string;
  releaseId: string;
  state: 'too-early' | 'computed';
  basis: Buffer;
  /** Of passing, with its range; all three or none. */
  probability: number | null;
  low: number | null;
  high: number | null;
}

/** Where readiness is likely to go: worked out when it is asked for, and kept nowhere. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly shapes: LevelShapes,
    private readonly grounds: PassGrounds,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async read(person: Person, enrollmentId: string): Promise<Forecast> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const today = dayNumber(plainDate(this.clock.today(enrollment)));
    const [row] = await this.statements.run<Stored>(storedBasis, [enrollmentId]);
    this.refuseVain(enrollment, row, today);
    const level = await this.shapes.of(row);
    const ground = (await this.grounds.of([row.levelId])).get(row.levelId)!;
    const plan = await this.plans.asItStands(enrollmentId, this.clock.today(enrollment));
    const start = unpacked(row.basis, level);
    const chance = saidOf(row);
    const ahead = studyAhead(level, start, plan?.items ?? [], today);
    const options = examOptions({ level, start, today, doing: ahead.doing, passing: ground, chance, aheadUntil: ahead.until });
    const best = advised(options);
    const { examDay } = start.way;
    return {
      enrollmentId,
      ...{ today: dateOf(today), examOn: dateOf(examDay), daysToExam: examDay - today, readyFrom: READY_FROM },
      chance,
      plan: plan ? fan(level, start, ahead.planned, ahead.doing, today, examDay) : null,
      pace: fan(level, start, ahead.atPresentPace, { share: 1, sd: ahead.doing.sd }, today, today + YEAR_DAYS),
      options: options.map(({ kind, examDay: day, moreMinutesADay, expected, chance: each }) => ({
        ...{ kind, examOn: dateOf(day), moreMinutesADay, chance: each },
        score: { date: dateOf(day), ...fanOf(expected) },
        isAdvised: best !== undefined && best.kind === kind && best.examDay === day,
      })),
      decideNow: examDay - today <= DECIDE_WITHIN_DAYS,
    };
  }

  private refuseVain(enrollment: OwnEnrollment, row: Stored | undefined, today: number): asserts row is Stored {
    if (!row) throw new Problem(nothingToForecast, 'Readiness has not been worked out yet. It comes in a moment.');
    if (dayNumber(plainDate(enrollment.examOn)) < today) throw new Problem(nothingToForecast, 'The exam date is gone. Set another one first.');
    if (!['active', 'paused'].includes(enrollment.state)) throw new Problem(nothingToForecast, 'There is no exam to come.');
    if (row.state === 'too-early') throw new Problem(nothingToForecast, 'There is too little to go on yet. Log some days of study, or a practice exam.');
  }
}

/** The chance as every page says it. */
const saidOf = ({ probability, low, high }: Stored) => (probability === null || low === null || high === null ? null : { probability, low, high });

const dateOf = (day: number): LocalDate => dateOfDay(day).toString();

/** @param until how far it is looked for readiness: a plan ends with its exam */
function fan(level: LevelShape, start: Walker, ahead: readonly Ahead[], doing: Doing, today: number, until: number): Fan {
  const { examDay } = start.way;
  const expectedOn = (days: readonly number[]) => expectedScores(level, start, ahead, doing, days);
  const { p50, p80 } = readyDays(expectedOn, today, until);
  const [, ...later] = drawnDays(today, examDay);
  // It starts from the score as it stands: of what is planned for today nothing is done yet.
  const points = [...expectedScores(level, start, [], doing, [today]), ...expectedOn(later)].map(pointOf);
  const minutes = ahead.filter(({ day }) => day <= examDay).reduce((sum, item) => sum + item.minutes, 0);
  return {
    minutesAWeek: Math.round((minutes * doing.share * 7) / Math.max(1, examDay - today)),
    points,
    atExam: points.at(-1)!,
    p50ReadyOn: p50 === null ? null : dateOf(p50),
    p80ReadyOn: p80 === null ? null : dateOf(p80),
  };
}

const pointOf = (expected: Expected): FanPoint => ({ date: dateOf(expected.day), ...fanOf(expected) });

/** What is planned from today on, what the present pace makes of it, and how either goes on beyond the exam. */
function studyAhead(level: LevelShape, start: Walker, items: readonly PlanItem[], today: number) {
  const dayOf = ({ date }: PlanItem) => dayNumber(plainDate(date));
  const open = items.filter((item) => item.state === 'open' && dayOf(item) >= today);
  const planned = open.map((item) => aheadOf({ ...item, minutes: Math.max(0, item.minutes - item.loggedMinutes) }));
  const past = items.filter((item) => dayOf(item) < today && dayOf(item) >= today - PACE_DAYS);
  const doing = doingOf(past.map((item) => ({ minutes: item.minutes, doneMinutes: item.state === 'done' ? item.minutes : item.loggedMinutes })));
  const lived = Math.min(PACE_DAYS, Math.max(7, today - start.way.startDay));
  const recent = start.way.minutesByDay.filter(([day]) => day > today - lived).reduce((sum, [, minutes]) => sum + minutes, 0);
  const queue = planned.filter(({ skillId, projectId }) => skillId !== null || projectId !== null);
  const reviews = level.skills.toSorted((a, b) => b.weightPercent - a.weightPercent).map(({ id }) => id);
  const { examDay } = start.way;
  const plannedADay = planned.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, examDay - today);
  const until = (day: number, moreMinutesADay: number): Ahead[] => [
    ...planned.filter((item) => item.day <= day),
    // Beyond the plan's own exam it goes on as it was planned, with what is known already.
    ...atPace([], reviews, plannedADay, examDay, day - 1),
    ...atPace([], reviews, moreMinutesADay, today, day - 1),
  ];
  return { planned, doing, until, atPresentPace: atPace(queue, reviews, recent / lived, today, today + YEAR_DAYS) };
}

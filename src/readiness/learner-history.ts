import { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import { dateAt, type DayZone } from '../platform/time/day-zone.js';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { ProgressFacts } from '../progress/progress.service.js';
import type { ItemsAnswered, LearnerHistory } from './history.js';
import { workOf, type Way } from './passing/way.js';
import { dayNumber } from './score/basis.js';

/** What the model is told of a learner: the level as their release has it, with what is known of each part of it. */
export function learnerHistory({ skills, projects }: Pick<LevelContent, 'skills' | 'projects'>, facts: ProgressFacts, zone: DayZone): LearnerHistory {
  const dateOf = (instant: string | undefined) => (instant === undefined ? null : dateAt(Temporal.Instant.from(instant), zone));
  return {
    skills: skills.map(({ id, title, weightPercent, effortMinutes }) => {
      const [memory, rating] = [facts.memoryBySkill[id], facts.ratings[id]];
      return {
        ...{ id, title, weightPercent, effortMinutes },
        minutes: facts.minutesBySkill[id]?.minutes ?? 0,
        memory: memory ? { stability: memory.stability, difficulty: memory.difficulty, lastOn: plainDate(memory.lastOn) } : null,
        practice: facts.practice.flatMap((exam) => itemsOf(exam.on, exam.skills[id])),
        rating: rating ? { on: plainDate(rating.on), value: rating.value } : null,
        signedOffOn: dateOf(facts.signOffs[id]),
      };
    }),
    projects: projects.map(({ id, title, effortMinutes, skillIds }) => {
      const [logged, verdict, finishedOn] = [facts.minutesByProject[id], facts.verdicts[id], facts.finishedProjects[id]];
      return {
        ...{ id, title, skillIds, effortMinutes },
        minutes: logged?.minutes ?? 0,
        lastStudiedOn: logged ? plainDate(logged.lastOn) : null,
        finishedOn: finishedOn ? plainDate(finishedOn) : null,
        submittedOn: dateOf(facts.submissions[id]),
        verdict: verdict ? { on: dateOf(verdict.at)!, isApproved: verdict.isApproved } : null,
      };
    }),
    practice: facts.practice.flatMap(unassigned),
    studyDays: facts.studyDays,
    preparation: null,
  };
}

/** Their way to the exam, from the day they began, or the day after the last exam. @param attempts earlier exams, oldest first */
export function wayOf(
  history: LearnerHistory,
  { startedOn, examOn }: { startedOn: LocalDate; examOn: LocalDate },
  attempts: readonly { takenOn: LocalDate; result: 'passed' | 'failed' | null }[],
  facts: Pick<ProgressFacts, 'recentDays' | 'minutesBySkill' | 'minutesByProject' | 'practice'>,
): Way {
  const last = attempts.at(-1);
  const examDay = dayNumber(plainDate(examOn));
  const after = last ? dayNumber(plainDate(last.takenOn)) + 1 : 0;
  // Who passed and certifies again begins with the first study for it: years may lie between.
  const again = facts.recentDays.map(({ date }) => dayNumber(plainDate(date))).filter((day) => day >= after);
  const startDay = last?.result === 'passed' ? Math.min(examDay - 1, ...again) : Math.max(dayNumber(plainDate(startedOn)), after);
  const passedAt = attempts.findLastIndex(({ result }) => result === 'passed');
  const exams = facts.practice.map(({ on, right, asked }) => ({ on: plainDate(on), right, asked }));
  const minutesByDay = facts.recentDays.map(({ date, minutes }) => [dayNumber(plainDate(date)), minutes] as const);
  const logged = [...Object.values(facts.minutesBySkill), ...Object.values(facts.minutesByProject)].reduce((sum, { minutes }) => sum + minutes, 0);
  const recent = minutesByDay.reduce((sum, [, minutes]) => sum + minutes, 0);
  const effort = [...history.skills, ...history.projects].reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
  return {
    startDay,
    examDay,
    earlierAttempts: attempts.slice(passedAt + 1).filter(({ result }) => result === 'failed').length,
    effortMinutes: effort,
    minutesByDay,
    totalMinutes: Math.max(logged, recent),
    totalDays: history.studyDays,
    coverage: effort > 0 ? Math.min(1, logged / effort) : 0,
    work: workOf(history.projects, exams, Math.max(1, examDay - startDay), (date) => dayNumber(date) - startDay),
  };
}

const itemsOf = (on: LocalDate, items: { right: number; asked: number } | undefined): ItemsAnswered[] => (items ? [{ on: plainDate(on), ...items }] : []);

/** What of a practice exam is not said by skill: it speaks of all of them. */
function unassigned({ on, right, asked, skills }: ProgressFacts['practice'][number]): ItemsAnswered[] {
  const parts = Object.values(skills);
  const left = { right: right - parts.reduce((sum, part) => sum + part.right, 0), asked: asked - parts.reduce((sum, part) => sum + part.asked, 0) };
  return itemsOf(on, left.asked > 0 ? { asked: left.asked, right: Math.min(left.asked, Math.max(0, left.right)) } : undefined);
}

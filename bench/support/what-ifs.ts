/** What-ifs over HTTP, one after the other, as somebody moves a slider. */
import { publishCurriculum } from '../../src/curriculum/curriculum.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import type { PlanChange } from '../../src/plans/proposals/proposals.contract.js';
import { logStudy } from '../../src/progress/progress.contract.js';
import { tryPlan } from '../../src/readiness/projections/projections.contract.js';
import { adminOf, ask, daysAgo, makeLearners } from './learners.js';
import { setStage } from './stage.js';
import { WIDE, wideCurriculum } from './wide-level.js';

const WARM_UP = 20;
const BEGUN = 10;
const inDays = (days: number) => daysAgo(-days);

/** Milliseconds of each, for a learner who has begun some skills of a level of that size. */
export async function timeWhatIfs({ skills, projects, days, runs }: { skills: number; projects: number; days: number; runs: number }): Promise<number[]> {
  const stage = await setStage();
  try {
    const admin = await adminOf(stage.databaseUrl, stage.daymark);
    await ask(stage.daymark, publishCurriculum, { body: { text: await wideCurriculum({ skills, projects }) } }, admin);
    const [learner] = await makeLearners(stage.daymark, 1, { slug: WIDE, days });
    if (!learner) throw new Error('no learner was made');
    const { token, enrollmentId, skillIds } = learner;
    const params = { enrollmentId };
    for (const [i, skillId] of skillIds.slice(0, BEGUN).entries())
      await ask(stage.daymark, logStudy, { params, body: { date: daysAgo(i * 3 + 1), minutes: 60 + i * 5, skillId } }, token);
    await ask(stage.daymark, readPlan, { params }, token);
    const times: number[] = [];
    for (let run = 0; run < WARM_UP + runs; run++) {
      const from = performance.now();
      await ask(stage.daymark, tryPlan, { params, body: changeOf(run, days) }, token);
      if (run >= WARM_UP) times.push(performance.now() - from);
    }
    return times;
  } finally {
    await stage.close();
  }
}

/** Another date, pace or week each time, so that no answer is the one before. */
function changeOf(run: number, days: number): PlanChange {
  const minutes = 60 + (run % 7) * 15;
  const week = { monday: minutes, tuesday: minutes, wednesday: 60, thursday: minutes, friday: 60, saturday: 90, sunday: 0 };
  if (run % 3 === 0) return { examOn: inDays(days - (run % 40)) };
  return run % 3 === 1 ? { availability: week } : { pace: { mostMinutesADay: minutes, shortestSessionMinutes: 20 } };
}

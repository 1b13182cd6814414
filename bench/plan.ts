/**
 * `npm run bench:plan`: how long the planner takes for 180 days and 40 skills, which is a pure function: no server, no database. And how long
 * somebody waits for a what-if of the same size over HTTP: the plan as it is, the plan as it would be, what differs, and where both lead.
 */
import { Temporal } from 'temporal-polyfill';
import type { PlanInput } from '../src/plans/scheduling/plan-input.js';
import { schedulePlan } from '../src/plans/scheduling/schedule-plan.js';
import { planDiff } from '../src/plans/plan-diff.js';
import { timeWhatIfs } from './support/what-ifs.js';

const [SKILLS, PROJECTS, DAYS, RUNS] = [40, 6, 180, 200];
const today = Temporal.PlainDate.from('2026-03-02');
const idOf = (kind: string, number: number) => `${kind}${number}`;

/** Another learner in each run, so that nothing that was worked out before can be used again. */
function learner(run: number): PlanInput {
  const skills = Array.from({ length: SKILLS }, (_, i) => ({
    id: idOf('s', i),
    title: `Skill ${i}`,
    weightPercent: 100 / SKILLS,
    effortMinutes: 120 + ((i * 37 + run) % 7) * 30,
    afterIds: i % 5 === 4 ? [idOf('s', i - 4)] : [],
  }));
  const begun = skills.slice(0, 10);
  return {
    skills,
    projects: Array.from({ length: PROJECTS }, (_, i) => ({
      id: idOf('p', i),
      title: `Project ${i}`,
      effortMinutes: 240,
      skillIds: [idOf('s', i * 6), idOf('s', i * 6 + 1)],
    })),
    phases: [0, 1, 2].map((phase) => ({
      title: `Phase ${phase}`,
      summary: '',
      sharePercent: 100 / 3,
      focus: skills.filter((_, i) => Math.floor((i * 3) / SKILLS) === phase).map(({ id }) => id),
    })),
    doneMinutes: Object.fromEntries(begun.map(({ id }, i) => [id, 60 + i * 5])),
    memories: Object.fromEntries(begun.map(({ id }, i) => [id, { stability: 3 + i * 4, difficulty: 5, lastOn: today.subtract({ days: i * 3 }) }])),
    practiceResults: [{ on: today.subtract({ days: 9 }), percent: 55 }],
    finishedProjectIds: [],
    studyTime: {
      weeklyMinutes: [90, 90, 60 + (run % 5), 90, 90, 150, 0],
      exceptions: { [today.add({ days: 20 + (run % 30) }).toString()]: 0 },
      breaks: [{ fromOn: today.add({ days: 60 }).toString(), toOn: today.add({ days: 70 + (run % 4) }).toString() }],
    },
    today,
    startedOn: today.subtract({ days: 30 }),
    examOn: today.add({ days: DAYS }),
  };
}

function median(measure: (run: number) => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    measure(run);
    times.push(performance.now() - from);
  }
  return Math.round(times.sort((a, b) => a - b)[RUNS / 2]! * 100) / 100;
}

const asStored = ({ items }: ReturnType<typeof schedulePlan>) => items.map((item, i) => ({ ...item, id: `${i}`, date: item.date.toString(), pinned: false }));

const inputs = Array.from({ length: RUNS }, (_, run) => learner(run));
const { items, feasible } = schedulePlan(inputs[0]!);
const kinds = ['study', 'project', 'review', 'practice'].map((kind) => `${items.filter((item) => item.kind === kind).length} ${kind}`);
console.log(`${DAYS} days, ${SKILLS} skills, ${PROJECTS} projects: ${items.length} items (${kinds.join(', ')}), ${feasible ? 'feasible' : 'not feasible'}`);
const ms = median((run) => schedulePlan(inputs[run]!));
const computedMs = median((run) => {
  const input = inputs[run]!;
  const before = schedulePlan(input);
  const after = schedulePlan({ ...input, examOn: today.add({ days: DAYS - 30 }), pace: { mostMinutesADay: 80 } });
  return planDiff(asStored(before), asStored(after));
});
const times = (await timeWhatIfs({ skills: SKILLS, projects: PROJECTS, days: DAYS, runs: RUNS })).sort((a, b) => a - b);
const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 10) / 10;
console.log(`a what-if: ${computedMs} ms to compute; over HTTP 50% within ${at(0.5)} ms, 95% within ${at(0.95)} ms`);
console.log(JSON.stringify({ name: 'plan', ms, whatIfMs: at(0.5) }));

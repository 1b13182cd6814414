/** Whatever happens to a learner, the daily sweep says what all that is known says. Only what was marked is worked out anew, as workers do. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { changeExamDate } from '../../src/enrollments/enrollments.contract.js';
import { endPause, pause } from '../../src/enrollments/life/life.contract.js';
import { deleteEvidence } from '../../src/progress/evidence/evidence.contract.js';
import { revokeSignOff, signOff } from '../../src/progress/evidence/sign-offs.contract.js';
import { deletePractice, rateSkill, recordPractice, unrateSkill } from '../../src/progress/practice/practice.contract.js';
import { correctStudy, deleteStudy, finishProject, reopenProject } from '../../src/progress/progress.contract.js';
import { Recompute } from '../../src/readiness/recompute.service.js';
import { NightlyCheck } from '../../src/readiness/sweep/nightly-check.service.js';
import { Sweep } from '../../src/readiness/sweep/sweep.service.js';
import { changeAccount } from '../../src/users/users.contract.js';
import { Refused } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import type { Learner, Someone } from '../support/people.js';
import { assertProperty } from '../support/property.js';

const ZONES = ['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Pago_Pago', 'Pacific/Kiritimati'];

/** `at` and the like choose among what there is. */
const one = (n: number) => fc.nat(n);
const minutes = fc.integer({ min: 5, max: 120 });
const Step = fc.oneof(
  fc.record({ kind: fc.constant('log' as const), ago: one(9), minutes, skill: one(3) }),
  fc.record({ kind: fc.constant('correct' as const), at: one(9), minutes }),
  fc.record({ kind: fc.constant('delete' as const), at: one(9) }),
  fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('practise' as const), ago: one(9), asked: fc.integer({ min: 5, max: 60 }), share: one(100), skill: fc.option(one(3)) }),
  fc.record({ kind: fc.constant('take a result back' as const), at: one(9) }),
  fc.record({ kind: fc.constant('rate' as const), skill: one(3), rating: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('unrate' as const), skill: one(3) }),
  fc.record({ kind: fc.constant('finish' as const), project: one(1) }),
  fc.record({ kind: fc.constant('reopen' as const), project: one(1) }),
  fc.record({ kind: fc.constant('submit' as const), project: one(1) }),
  fc.record({ kind: fc.constant('review' as const), at: one(9), verdict: fc.constantFrom('approved' as const, 'changes-requested' as const) }),
  fc.record({ kind: fc.constant('take evidence back' as const), at: one(9) }),
  fc.record({ kind: fc.constant('attest' as const), skill: one(3) }),
  fc.record({ kind: fc.constant('revoke' as const), skill: one(3) }),
  fc.record({ kind: fc.constant('move the exam' as const), days: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ kind: fc.constant('move house' as const), zone: one(ZONES.length - 1), dayStartMinutes: fc.constantFrom(0, 240) }),
  fc.record({ kind: fc.constant('pause' as const) }),
  fc.record({ kind: fc.constant('return' as const) }),
);
type Step = typeof Step extends fc.Arbitrary<infer Value> ? Value : never;

describe('the daily sweep, whatever happened before it,', () => {
  const daymark = startDaymark();
  const { submits, reviews, mentorOf } = evidenceOf(daymark);
  const sweep = () => daymark.app.get(Sweep).run();
  const marked = async (kind: string, subjectId: string) =>
    (await daymark.database.query<unknown[]>('delete from work where kind = $1 and subject_id = $2 returning marks', [kind, subjectId]))[1] === 1;

  /** What workers do with marks, and without them do not; whose days begin at other moments has their enrollments marked. */
  async function work({ id, enrollmentId }: Learner): Promise<void> {
    const isMarked = [await marked('day-zone', id), await marked('readiness', enrollmentId)].includes(true);
    if (isMarked) await daymark.app.get(Recompute).of([enrollmentId]);
  }

  /** A learner with a mentor, and one verb for each step. */
  async function someone(steps: { refused: number }) {
    const learner = await daymark.learner({ examOn: '2026-06-01' });
    const mentor = await mentorOf(learner);
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const { skills, projects } = levels.find(({ slug }) => slug === 'foundation')!;
    const [entries, results, evidence] = [[] as { id: string; date: string }[], [] as string[], [] as string[]];
    const own = { enrollmentId: learner.enrollmentId };
    const skillId = (n: number) => skills[n % skills.length]!.id;
    const projectId = (n: number) => projects[n % projects.length]!.id;
    const chosen = <Item>(items: readonly Item[], at: number) => items[at % Math.max(1, items.length)];
    const daysFromToday = async (days: number) =>
      Temporal.PlainDate.from((await learner.reads()).today)
        .add({ days })
        .toString();

    const log = async (date: string, minutes: number, skill: number) => {
      entries.push({ id: (await learner.logs({ date, minutes, skillId: skillId(skill) })).id, date });
    };
    const act = async (step: Step): Promise<unknown> => {
      switch (step.kind) {
        case 'log':
          return log(await daysFromToday(-step.ago), step.minutes, step.skill);
        case 'correct': {
          const entry = chosen(entries, step.at);
          const body = entry && { date: entry.date, minutes: step.minutes };
          return body && learner.call(correctStudy, { params: { ...own, entryId: entry.id }, body });
        }
        case 'delete': {
          const entry = chosen(entries, step.at);
          if (entry) await learner.call(deleteStudy, { params: { ...own, entryId: entry.id } });
          return entry && entries.splice(entries.indexOf(entry), 1);
        }
        case 'practise': {
          const counts = { itemsRight: Math.round((step.asked * step.share) / 100), itemsAsked: step.asked };
          const parts = step.skill === null ? [] : [{ skillId: skillId(step.skill), ...counts }];
          const body = { takenOn: await daysFromToday(-step.ago), source: 'Mock', ...counts, skills: parts };
          return results.push((await learner.call(recordPractice, { params: own, body })).id);
        }
        case 'take a result back': {
          const resultId = chosen(results, step.at);
          return resultId && learner.call(deletePractice, { params: { ...own, resultId } });
        }
        case 'rate':
          return learner.call(rateSkill, { params: { ...own, skillId: skillId(step.skill) }, body: { rating: step.rating } });
        case 'unrate':
          return learner.call(unrateSkill, { params: { ...own, skillId: skillId(step.skill) } });
        case 'finish':
          return learner.call(finishProject, { params: { ...own, projectId: projectId(step.project) } });
        case 'reopen':
          return learner.call(reopenProject, { params: { ...own, projectId: projectId(step.project) } });
        case 'submit':
          return evidence.push((await submits(learner, projectId(step.project))).id);
        case 'review': {
          const id = chosen(evidence, step.at);
          return id && reviews(await awake(mentor), learner, id, { verdict: step.verdict, comment: 'Read.' });
        }
        case 'take evidence back': {
          const evidenceId = chosen(evidence, step.at);
          return evidenceId && learner.call(deleteEvidence, { params: { ...own, evidenceId } });
        }
        case 'attest':
          return (await awake(mentor)).call(signOff, { params: { ...own, skillId: skillId(step.skill) }, body: {} });
        case 'revoke':
          return (await awake(mentor)).call(revokeSignOff, { params: { ...own, skillId: skillId(step.skill) } });
        case 'move the exam':
          return learner.call(changeExamDate, { params: own, body: { examOn: await daysFromToday(step.days) } });
        case 'move house':
          return learner.call(changeAccount, { body: { timeZone: ZONES[step.zone]!, dayStartMinutes: step.dayStartMinutes } });
        case 'pause':
          return learner.call(pause, { params: own, body: {} });
        case 'return':
          return learner.call(endPause, { params: own });
        case 'pass':
          daymark.clock.pass({ hours: 24 * step.days });
          return sweep();
      }
    };
    /** What is refused changes nothing: most is possible only at times. */
    const does = async (step: Step) => {
      await act(step).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        steps.refused += 1;
      });
      await work(learner);
    };
    for (let day = 10; day < 28; day++) await log(`2026-02-${day}`, 45, day);
    await work(learner);
    return { learner, does };
  }

  /** A token lasts for minutes, and days go by. */
  const awake = (person: Someone): Promise<Someone> => person.signsIn(person.email);

  it('equals what all that is known says', async () => {
    const [check, seen] = [daymark.app.get(NightlyCheck), { refused: 0, done: 0 }];
    await assertProperty(
      fc.asyncProperty(fc.array(Step, { minLength: 10, maxLength: 30 }), async (steps) => {
        daymark.clock.setTo('2026-03-02T09:00:00Z');
        await daymark.database.query(`update readiness_shard set claimable_at = 'epoch'`);
        const { learner, does } = await someone(seen);
        for (const step of steps) await does(step);
        seen.done += steps.length;
        // A pause stops the days: on the other side of it they go by again.
        await does({ kind: 'return' });
        await does({ kind: 'pass', days: 1 });
        const rows = await check.rows(1, [learner.enrollmentId]);
        expect(rows).toHaveLength(1);
        expect(await check.differingOf(rows)).toEqual([]);
      }),
      { runs: 12 },
    );
    expect(seen.refused).toBeLessThan(seen.done / 2);
  }, 240_000);
});

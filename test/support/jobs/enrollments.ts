import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { publishCurriculum, readCertification } from '../../../src/curriculum/curriculum.contract.js';
import { readCurriculum } from '../../../src/curriculum/read-curriculum.js';
import { EnrollmentWriter } from '../../../src/enrollments/enrollment-writer.service.js';
import { enroll } from '../../../src/enrollments/enrollments.contract.js';
import { pause } from '../../../src/enrollments/life/life.contract.js';
import { LifeSweep } from '../../../src/enrollments/life/life-sweep.service.js';
import { Mover } from '../../../src/enrollments/moves/mover.service.js';
import { moveEnrollments } from '../../../src/enrollments/moves/moves.contract.js';
import { EMAIL_CHANGE_ERASURE, EmailChangeErasure } from '../../../src/users/email-change/email-change-erasure.service.js';
import { requestEmailChange } from '../../../src/users/email-change/email-change.contract.js';
import { invite } from '../../../src/users/invitations/invitations.contract.js';
import { INVITATION_ERASURE, InvitationErasure } from '../../../src/users/invitations/invitation-erasure.service.js';
import { changeAccount, deleteAccount } from '../../../src/users/users.contract.js';
import { EVENINGS, PASSWORD } from '../people.js';
import { rowsOf, settleAll, type Ground, type Job } from './job.js';

/** Text of the shipped curriculum under another name; the first level may lose its first skill to a new one. */
function curriculum(slug: string, isReshaped: boolean): string {
  const { document } = readCurriculum(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8'));
  const [level] = document!.levels;
  document!.slug = slug;
  if (isReshaped) Object.assign(level!.skills[0]!, { title: 'Feature stores' });
  return JSON.stringify(document);
}

/** Someone on the first release of a curriculum, who is to be moved to the second. */
export async function toBeMoved({ daymark }: Ground) {
  const [admin, learner, slug] = [await daymark.withRoles('admin'), await daymark.learner({ enrolled: false }), `moved-${uuidv7()}`];
  await admin.call(publishCurriculum, { body: { text: curriculum(slug, false) } });
  const { levels } = await learner.call(readCertification, { params: { slug } });
  learner.enrollment = await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: '2026-06-01', availability: EVENINGS } });
  await admin.call(publishCurriculum, { body: { text: curriculum(slug, true) } });
  const move = await admin.call(moveEnrollments, { params: { slug }, body: { release: 2 } });
  return { learner, move };
}

export const enrollmentJobs: readonly Job[] = [
  {
    queue: 'enrollments',
    does: 'work release-move',
    async make(ground) {
      const { learner, move } = await toBeMoved(ground);
      const moves = () => rowsOf(ground, 'select total, moved, finished_at is not null as "isFinished" from release_move where id = $1', move.id);
      return {
        seen: async () => ({
          moves: await moves(),
          enrollments: await rowsOf(ground, 'select number from enrollment e join release r on r.id = e.release_id where e.id = $1', learner.enrollmentId),
          news: await rowsOf(ground, 'select to_release_id from enrollment_move where enrollment_id = $1', learner.enrollmentId),
          changes: await rowsOf(ground, 'select what, became from enrollment_change where enrollment_id = $1 order by id', learner.enrollmentId),
          audited: await rowsOf(ground, `select act from audit_entry where detail ->> 'moveId' = $1 order by id`, move.id),
        }),
        isDone: async () => (await moves())[0]?.['isFinished'] === true,
        goes: () => rowsOf(ground, 'delete from release_move where id = $1', move.id),
      };
    },
    middle: [Mover, 'finish'],
  },
  {
    queue: 'enrollments',
    does: 'work day-zone',
    async make(ground) {
      const learner = await ground.daymark.learner();
      await learner.call(pause, { params: { enrollmentId: learner.enrollmentId }, body: { untilOn: '2026-03-10' } });
      await settleAll(ground);
      await learner.call(changeAccount, { body: { timeZone: 'Asia/Tokyo' } });
      const rows = () => rowsOf(ground, 'select next_due_at as due from enrollment where id = $1', learner.enrollmentId);
      const asked = () => rowsOf(ground, 'select kind from work where subject_id = $1 order by 1', learner.enrollmentId);
      const seen = async () => ({ rows: await rows(), asked: await asked() });
      return {
        seen,
        isDone: async () => {
          const [{ rows, asked }, due] = [await seen(), new Date('2026-03-09T15:00:00Z')];
          return Number(rows[0]?.['due']) === Number(due) && asked.map(({ kind }) => kind).join() === 'plan,readiness';
        },
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [LifeSweep, 'followDays'],
  },
  {
    queue: 'enrollments',
    does: 'LifeSweep.turnDue',
    async make(ground) {
      const { daymark } = ground;
      const learner = await daymark.learner();
      await learner.call(pause, { params: { enrollmentId: learner.enrollmentId }, body: { untilOn: '2026-03-10' } });
      await settleAll(ground);
      daymark.clock.setTo('2026-03-10T00:00:01Z');
      const states = () => rowsOf(ground, 'select state, revision, next_due_at from enrollment where id = $1', learner.enrollmentId);
      return {
        seen: async () => ({
          states: await states(),
          pauses: await rowsOf(ground, 'select ended_on, ended_by from pause where enrollment_id = $1', learner.enrollmentId),
          changes: await rowsOf(ground, 'select what, became from enrollment_change where enrollment_id = $1 order by id', learner.enrollmentId),
        }),
        isDone: async () => (await states())[0]?.['state'] === 'active',
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [EnrollmentWriter, 'lock'],
  },
  {
    queue: 'enrollments',
    does: `work ${INVITATION_ERASURE}`,
    async make(ground) {
      const admin = await ground.daymark.withRoles('admin');
      const { id } = await admin.call(invite, { body: { email: `${uuidv7()}@harbour.example` } });
      await rowsOf(ground, `delete from work where kind <> $1`, INVITATION_ERASURE);
      ground.daymark.clock.setTo('2026-04-20T09:00:00Z');
      const rows = () => rowsOf(ground, 'select id from invitation where id = $1', id);
      const mails = () => rowsOf(ground, 'select kind from message where person_id = $1', id);
      return {
        seen: async () => ({
          rows: await rows(),
          mails: await mails(),
          acts: await rowsOf(ground, 'select act, personal -> $1 as about from audit_entry where subject_id = $1', id),
        }),
        isDone: async () => (await mails()).length === 0,
        // It was accepted: the account has its id.
        goes: async () => {
          await rowsOf(
            ground,
            `insert into account (id, email, email_key, name, time_zone, created_at) values ($1::uuid, $1::text, $1::text, 'Wren', 'UTC', '2026-11-02T12:00Z')`,
            id,
          );
          await rowsOf(ground, 'delete from invitation where id = $1', id);
        },
      };
    },
    middle: [InvitationErasure, 'erase'],
  },
  {
    queue: 'enrollments',
    does: `work ${EMAIL_CHANGE_ERASURE}`,
    async make(ground) {
      const person = await ground.daymark.someone();
      await person.call(requestEmailChange, { body: { email: `${uuidv7()}@harbour.example`, password: PASSWORD } });
      await rowsOf(ground, `delete from work where kind <> $1`, EMAIL_CHANGE_ERASURE);
      ground.daymark.clock.setTo('2026-04-20T09:00:00Z');
      const changes = () => rowsOf(ground, 'select email from email_change where account_id = $1', person.id);
      const mails = () => rowsOf(ground, `select kind from message where person_id = $1 and kind = 'email-change'`, person.id);
      return {
        seen: async () => ({ changes: await changes(), mails: await mails() }),
        // A deleted account has nothing left to erase.
        isDone: async () => (await mails()).length === 0 && (await rowsOf(ground, 'select from account where id = $1', person.id)).length === 1,
        goes: async () => {
          await rowsOf(ground, 'delete from message where person_id = $1', person.id);
          await rowsOf(ground, 'delete from account where id = $1', person.id);
        },
      };
    },
    middle: [EmailChangeErasure, 'erase'],
  },
];

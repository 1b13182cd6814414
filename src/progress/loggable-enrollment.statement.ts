import type { Statement } from '../platform/database/statements.js';

/** What is asked before a log: whose it is, which dates are open, and whether skill and project belong to the level. */
export interface LoggableEnrollment {
  id: string;
  state: string;
  startedOn: string;
  timeZone: string;
  dayStartMinutes: number;
  isSkillKnown: boolean;
  isProjectKnown: boolean;
}

/** Parameters: enrollment id, learner id, skill id or null, project id or null. */
export const loggableEnrollment: Statement = {
  name: 'loggable-enrollment',
  text: `
    select e.id, e.state, e.started_on as "startedOn", a.time_zone as "timeZone", a.day_start_minutes as "dayStartMinutes",
      $3::uuid is null or exists (select from skill s where s.id = $3 and s.level_id = e.level_id) as "isSkillKnown",
      $4::uuid is null or exists (select from project p where p.id = $4 and p.level_id = e.level_id) as "isProjectKnown"
    from enrollment e join account a on a.id = e.learner_id
    where e.id = $1 and e.learner_id = $2`,
};

/** Which of these skills belong to the level. Parameters: enrollment id, skill ids, each once. */
export const knownSkills: Statement = {
  name: 'known-skills',
  text: 'select s.id from skill s join enrollment e on e.level_id = s.level_id where e.id = $1 and s.id = any($2::uuid[])',
};

/**
 * Who may read a learner besides the learner: whoever is assigned to the enrollment and has the account role mentor now. The one place that
 * says so, for every statement of this feature and of those above: `from ${READERS} reader`. Columns of `enrollment_reader`.
 */
export const READERS = `(
    select r.* from enrollment_reader r join account_role on account_role.account_id = r.mentor_id and account_role.role = 'mentor')`;

/** Whether a person may read any enrollment of a learner. Both are SQL expressions. */
export const readsLearner = (mentorId: string, learnerId: string): string => `exists (
    select from enrollment join ${READERS} reader on reader.enrollment_id = enrollment.id
    where enrollment.learner_id = ${learnerId} and reader.mentor_id = ${mentorId})`;

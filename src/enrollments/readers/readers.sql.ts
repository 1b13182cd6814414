/**
 * Who may read a learner, besides the learner: people who are assigned to the enrollment and have the account role mentor now. Every statement
 * of this and higher features uses it: `from ${READERS} reader`. It has the columns of `enrollment_reader`.
 */
export const READERS = `(
    select r.* from enrollment_reader r join account_role on account_role.account_id = r.mentor_id and account_role.role = 'mentor')`;

/** Whether a person may read any enrollment of a learner. Both are SQL expressions. */
export const readsLearner = (mentorId: string, learnerId: string): string => `exists (
    select from enrollment join ${READERS} reader on reader.enrollment_id = enrollment.id
    where enrollment.learner_id = ${learnerId} and reader.mentor_id = ${mentorId})`;

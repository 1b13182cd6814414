import { describe, expect, it } from '@jest/globals';
import { ACTS, actShape, FIELD_NAMES, FIELDS_NOT_SHOWN } from '@server/platform/audit/acts.contract';
import type { AuditEntry, AuditPerson } from '@server/platform/audit/audit.contract';
import { factsOf, sentenceOf } from './audit-words';

const person = (name: string, values: Partial<AuditPerson> = {}): AuditPerson => ({
  ...{ id: name.toLowerCase(), name, isFormer: false, email: null, about: {}, before: null, after: null },
  ...values,
});
const [ada, rook] = [person('Ada'), person('Rook')];
const level = { id: 'l', title: 'Specialist' };

/** An entry of Ada's about Wren, unless said. */
function entry(act: string, { wren = {}, ...more }: Partial<AuditEntry> & { wren?: Partial<AuditPerson> } = {}): AuditEntry {
  const subject = person('Wren', wren);
  return {
    ...{ id: 'e', at: '2026-03-02T08:00:00Z', act, by: { kind: 'person', person: ada }, address: null, involved: {}, detail: {} },
    subject: { kind: 'account', id: subject.id, label: subject.name, person: subject },
    ...more,
  };
}
const kubernetes = { kind: 'certification', id: 'kubernetes', label: 'Kubernetes', person: null };
const said = (of: AuditEntry) =>
  sentenceOf(of)
    .map((piece) => (typeof piece === 'string' ? piece : piece.name))
    .join('');

describe('an audit entry in words', () => {
  it.each([
    [
      entry('account-roles-changed', { wren: { before: { roles: ['learner'] }, after: { roles: ['learner', 'mentor'] } } }),
      'Ada changed the account roles of Wren',
      ['Account roles changed from learner to learner and mentor'],
    ],
    [entry('account-role-given', { wren: { about: { role: 'mentor' } } }), 'Ada added an account role to Wren', ['Account role: mentor']],
    [
      entry('mentor-assigned', { involved: { mentor: rook, previousMentor: person('Tern') }, detail: { enrollmentId: 'e' } }),
      'Ada assigned Rook as the mentor of Wren',
      ['Mentor before: Tern'],
    ],
    [entry('learner-handed-over', { involved: { mentor: rook, previousMentor: person('Tern') } }), 'Ada handed Wren over from Tern to Rook', []],
    [
      entry('waiver-granted', { detail: { level }, wren: { about: { reason: 'Passed elsewhere' } } }),
      'Ada granted Wren a waiver for Specialist',
      ['Reason: Passed elsewhere'],
    ],
    [
      entry('changes-requested', {
        detail: { project: { id: 'p', title: 'A pipeline' }, evidenceId: 'v' },
        wren: { about: { comment: '', criteriaMet: 1, criteriaNotMet: 0 }, before: { state: 'submitted' }, after: { state: 'changes-requested' } },
      }),
      'Ada requested changes to the evidence of Wren for A pipeline',
      ['State changed from submitted to changes requested', 'Criteria met: 1', 'Criteria not met: 0'],
    ],
    [
      entry('exam-result-recorded', {
        detail: { level },
        wren: {
          before: { state: 'exam-taken', result: null, scorePercent: 61, validUntil: null },
          after: { state: 'passed', result: 'passed', scorePercent: null, validUntil: '2028-03-02' },
        },
      }),
      'Ada recorded the exam result in Specialist',
      ['State changed from exam taken to passed', 'Result set to passed', 'Score in percent removed, was 61', 'Valid until set to 2 March 2028'],
    ],
    [
      entry('release-published', { subject: kubernetes, by: { kind: 'command-line', person: null }, detail: { release: 2, previousRelease: 1, from: 'file' } }),
      'The command line published release 2 of Kubernetes',
      ['Release before: 1', 'Published from: file'],
    ],
    [entry('password-reset-requested', { by: { kind: 'visitor', person: null } }), 'Someone who wasn’t signed in requested a password reset link for Wren', []],
    [entry('first-admin-made', { by: { kind: 'daymark', person: null } }), 'Daymark made Wren the first admin', []],
    [
      entry('account-deleted', { by: { kind: 'unknown', person: null }, detail: { accountRoles: ['mentor'] } }),
      'Someone deleted their account',
      ['Account roles: mentor'],
    ],
    [entry('tide-turned', { detail: { height: 3 } }), 'Ada: tide turned, Wren', ['height: 3']],
  ])('says %#', (of, sentence, facts) => {
    expect(said(of)).toBe(sentence);
    expect(factsOf(of)).toEqual(facts);
  });

  it.each(Object.keys(ACTS))('names in %s only what is never blanked, and every field that is shown', (act) => {
    const { sentence, involved = [], detail, about, change } = actShape(act)!;
    const fields = (schema?: { shape: object }) => Object.keys(schema?.shape ?? {});
    const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
    expect([...involved, ...fields(detail), 'by', 'subject']).toEqual(expect.arrayContaining(named));
    for (const field of [...fields(detail), ...fields(about), ...fields(change)].filter((each) => !FIELDS_NOT_SHOWN.includes(each)))
      expect(FIELD_NAMES[field]).toBeTruthy();
  });
});

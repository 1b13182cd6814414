import { describe, expect, it } from '@jest/globals';
import { ACTS, auditWords } from './audit-words';

const wren = { kind: 'account', id: 'w', label: 'Wren' };
const invited = { kind: 'invitation', id: 'i', label: '' };
const kubernetes = { kind: 'certification', id: 'kubernetes', label: 'Kubernetes' };

describe('the audit trail in words', () => {
  it.each([
    ['account-role-given', wren, { role: 'mentor' }, 'gave Wren the account role mentor'],
    ['account-role-taken', wren, { role: 'learner' }, 'took the account role learner from Wren'],
    ['account-deleted', { kind: 'account', id: null, label: '' }, { accountRoles: ['learner'] }, 'An account was deleted by its owner'],
    ['email-confirmed', wren, {}, 'confirmed the email address of Wren'],
    ['account-deactivated', wren, {}, 'deactivated the account of Wren'],
    ['account-reactivated', wren, {}, 'reactivated the account of Wren'],
    ['password-link-sent', wren, {}, 'sent Wren a link to set a new password'],
    [
      'registration-changed',
      { kind: 'registration', id: null, label: '' },
      { before: { mode: 'open', domains: [] }, after: { mode: 'domain', domains: ['example.org'] } },
      'set registration to “by email domain”',
    ],
    ['invitation-sent', invited, { email: 'wren@harbour.example' }, 'invited wren@harbour.example'],
    ['invitation-resent', invited, { email: 'wren@harbour.example' }, 'resent the invitation of wren@harbour.example'],
    ['invitation-canceled', invited, {}, 'canceled the invitation of somebody'],
    ['invitation-accepted', wren, { accountRoles: ['learner'] }, 'accepted an invitation'],
    ['mail-read', wren, { messageId: 'm', kind: 'password-reset' }, 'read mail to Wren: password reset'],
    ['mentor-assigned', wren, { mentor: { id: 'm', name: 'Rook' } }, 'made Rook mentor of Wren'],
    ['mentor-unassigned', wren, {}, 'left Wren without a mentor'],
    ['waiver-granted', wren, { level: { id: 'l', title: 'Specialist' } }, 'let Wren into Specialist'],
    ['waiver-revoked', wren, { level: { id: 'l', title: 'Specialist' } }, 'took back that Wren may enroll in Specialist'],
    ['draft-discarded', kubernetes, { revision: 3 }, 'put the draft of Kubernetes away'],
    ['release-published', kubernetes, { release: 2, from: 'draft' }, 'published release 2 of Kubernetes'],
    ['move-started', kubernetes, { release: 2, total: 40 }, 'began to move enrollments of Kubernetes to release 2: 40'],
    ['move-superseded', kubernetes, {}, 'replaced a move of Kubernetes by a later one'],
    ['move-finished', kubernetes, { release: 2, moved: 40 }, 'moved enrollments of Kubernetes to release 2: 40'],
  ])('say of %s what was done', (act, subject, detail, words) => {
    expect(auditWords({ act, subject, detail })).toBe(words);
    expect(ACTS[act]?.name).toBeTruthy();
  });

  it('name what they do not know, and hold for an account that is gone', () => {
    expect(auditWords({ act: 'tide-turned', subject: wren, detail: {} })).toBe('tide turned: Wren');
    expect(auditWords({ act: 'mentor-assigned', subject: { kind: 'account', id: null, label: '' }, detail: {} })).toBe(
      'made somebody mentor of an account that is gone',
    );
  });
});

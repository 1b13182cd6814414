import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { assertProperty } from '../../../test/support/property.js';
import { ACTS, actShape } from './acts.contract.js';
import type { AuditNote } from './audit-note.js';
import { entryOf, peopleIn } from './entry-of.js';

const [ada, wren, rook] = ['0198c0de-0000-7000-8000-00000000000a', '0198c0de-0000-7000-8000-00000000000b', '0198c0de-0000-7000-8000-00000000000c'];

describe('acts of the audit trail', () => {
  it.each(Object.keys(ACTS))('%s stands in the documentation, in the words of the page', (act) => {
    expect(readFileSync('docs/audit.md', 'utf8')).toContain(`| \`${act}\` | ${actShape(act)!.sentence}`);
  });

  it('take only what they declare, and persons by id alone', () => {
    const whose = { by: { id: ada }, subject: wren } as const;
    const right: AuditNote = { act: 'email-confirmed', ...whose };
    // @ts-expect-error a name cannot stand where an id does
    const named: AuditNote = { act: 'email-confirmed', by: { name: 'Ada' }, subject: wren };
    // @ts-expect-error this act has no detail
    const more: AuditNote = { act: 'email-confirmed', ...whose, detail: { name: 'Wren' } };
    // @ts-expect-error a waiver has a reason
    const less: AuditNote = { act: 'waiver-granted', ...whose, detail: { level: { id: rook, title: 'A level' } } };
    // @ts-expect-error nothing writes this act anymore
    const old: AuditNote = { act: 'account-role-given', ...whose, about: { role: 'mentor' } };
    expect([right, named, more, less, old].length).toBe(5);
  });

  it('keep what nobody declared out of the entry', () => {
    const note = { act: 'draft-discarded', by: { id: ada }, subject: { id: 'kubernetes', label: 'Kubernetes' }, detail: { revision: 3, name: 'Wren' } };
    expect(entryOf(note as AuditNote, new Map()).detail).toEqual({ revision: 3 });
  });

  it('have every word about a person under the id of that person', () => {
    const text = fc.string({ minLength: 4 }).map((word) => `<${word}>`);
    const known = fc.record({ name: text, email: text });
    const drawn = fc.record({ people: fc.tuple(known, known, known), address: text, comment: text, state: text });
    assertProperty(
      fc.property(drawn, ({ people: [first, second, third], address, comment, state }) => {
        const people = new Map([
          [ada, first],
          [wren, second],
          [rook, third],
        ]);
        const detail = { enrollmentId: rook, evidenceId: rook, project: { id: rook, title: 'A pipeline' } };
        const about = { comment, criteriaMet: 1, criteriaNotMet: 0 };
        const review: AuditNote = { act: 'changes-requested', by: { id: ada, address }, subject: wren, detail, about, before: null, after: { state } };
        expect(entryOf(review, people).personal).toEqual({
          [ada]: { ...first, address },
          [wren]: { ...second, about, before: null, after: { state } },
        });
        const involved = { mentor: rook, previousMentor: null };
        const assigned: AuditNote = { act: 'mentor-assigned', by: { id: ada, address }, subject: wren, involved, detail: { enrollmentId: rook } };
        const { personal, persons, ...rest } = entryOf(assigned, people);
        expect([persons, peopleIn(assigned)]).toEqual([
          [ada, wren, rook],
          [ada, wren, rook],
        ]);
        expect(personal).toEqual({ [ada]: { ...first, address }, [wren]: second, [rook]: third });
        for (const word of [first.name, second.email, third.name, address]) expect(JSON.stringify(rest)).not.toContain(JSON.stringify(word).slice(1, -1));
      }),
    );
  });

  it('keep the address of someone who is not signed in under the account that they tried something with', () => {
    const note: AuditNote = { act: 'password-reset-requested', by: { id: '', address: '203.0.113.7' }, subject: wren };
    const people = new Map([[wren, { name: 'Wren', email: 'wren@harbour.example' }]]);
    expect(entryOf(note, people)).toMatchObject({ by_kind: 'visitor', by_id: null, persons: [wren], personal: { [wren]: { address: '203.0.113.7' } } });
  });

  it('say nothing of people whose accounts are deleted, and nothing of them under the id of somebody else', () => {
    const by = { id: ada, address: '203.0.113.7' };
    const detail = { enrollmentId: rook, evidenceId: rook, project: { id: rook, title: 'A pipeline' } };
    const about = { comment: 'Well done', criteriaMet: 1, criteriaNotMet: 0 };
    const review: AuditNote = { act: 'evidence-approved', by, subject: wren, detail, about, before: null, after: { state: 'approved' } };
    const person = { name: 'A name', email: 'somebody@harbour.example' };
    expect(entryOf(review, new Map()).personal).toEqual({ [ada]: {}, [wren]: {} });
    expect(entryOf(review, new Map([[wren, person]])).personal).toEqual({
      [ada]: {},
      [wren]: { ...person, about, before: null, after: { state: 'approved' } },
    });
    expect(entryOf(review, new Map([[ada, person]])).personal).toEqual({ [ada]: { ...person, address: '203.0.113.7' }, [wren]: {} });
    const requested: AuditNote = { act: 'password-reset-requested', by: { id: '', address: '203.0.113.7' }, subject: wren };
    expect(entryOf(requested, new Map()).personal).toEqual({ [wren]: {} });
    const own: AuditNote = { act: 'archive-downloaded', by, subject: ada };
    expect(entryOf(own, new Map()).personal).toEqual({ [ada]: {} });
  });

  it('say what an invitation is about, although nobody has an account with its id yet', () => {
    const about = { email: 'wren@harbour.example', accountRoles: ['learner' as const] };
    expect(entryOf({ act: 'invitation-sent', by: { id: ada, address: '203.0.113.7' }, subject: wren, about }, new Map()).personal).toEqual({
      [ada]: {},
      [wren]: { about },
    });
  });
});

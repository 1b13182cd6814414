import { actorOf } from './actor.js';
import { actShape } from './acts.contract.js';
import type { PersonalValues } from './audit-entry.entity.js';
import type { AuditNote } from './audit-note.js';
import type { AuditedPerson } from './audited-people.js';

type Column = 'act' | 'by_kind' | 'by_id' | 'subject_kind' | 'subject_id' | 'subject_label' | 'involved' | 'persons' | 'personal' | 'detail';
/** An entry by the names of its columns. */
export type NewEntry = Record<Column, unknown> & { persons: string[]; personal: Record<string, PersonalValues> };

/** The ids of all persons that an act speaks of. */
export function peopleIn(note: AuditNote): string[] {
  const { id } = actorOf(note.by);
  const others = Object.values<string | null>(note.involved ?? {});
  const all = [id, typeof note.subject === 'string' ? note.subject : null, ...others];
  return [...new Set(all.filter((each) => each !== null))];
}

/**
 * Puts every value of a person under their id. Only declared fields are kept, and nothing of a person who isn't among `people`: their account is
 * deleted, so nobody would ever blank it.
 */
export function entryOf(note: AuditNote, people: ReadonlyMap<string, AuditedPerson>): NewEntry {
  const { act, by, subject, detail, about, before, after } = note;
  const involved: Record<string, string | null> = note.involved ?? {};
  const shape = actShape(act)!;
  const [actor, persons] = [actorOf(by), peopleIn(note)];
  const personal: Record<string, PersonalValues> = Object.fromEntries(persons.map((id) => [id, { ...people.get(id) }]));
  const valuesOf = (id: string) => (people.has(id) ? personal[id] : undefined);
  // An invitation has no account yet. What is stored under its id is blanked with the invitation, or with the account that it becomes.
  const ofSubject = typeof subject !== 'string' ? undefined : shape.subject === 'invitation' ? personal[subject] : valuesOf(subject);
  const change = (values: unknown) => (values ? (shape.change?.parse(values) ?? null) : null);
  if (ofSubject && about) ofSubject.about = shape.about?.parse(about) ?? {};
  if (ofSubject && shape.change) Object.assign(ofSubject, { before: change(before), after: change(after) });
  // The address of someone who is not signed in has no id of its own: it is a fact about the account that they tried something with.
  const ofAddress = actor.id === null ? ofSubject : valuesOf(actor.id);
  if (ofAddress && actor.address) ofAddress.address = actor.address;
  return {
    act,
    by_kind: actor.kind,
    by_id: actor.id,
    subject_kind: shape.subject,
    subject_id: typeof subject === 'string' ? subject : subject.id,
    subject_label: typeof subject === 'string' ? '' : subject.label,
    involved: Object.fromEntries(Object.entries(involved).filter(([, id]) => id !== null)),
    persons,
    personal,
    detail: detail ? (shape.detail?.parse(detail) ?? {}) : {},
  };
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * All that an entry says of one person. `{}` once their account is deleted.
 *
 *     { name: 'Wren Harbour', email: 'wren@example.org',
 *       address: '203.0.113.7',                 // network address: of the actor, or of a visitor who did something with this account
 *       about: { reason: 'Passed elsewhere' },  // facts about the subject
 *       before: { roles: ['learner'] },         // values of the subject; null where there was nothing
 *       after: { roles: ['learner', 'mentor'] } }
 */
export interface PersonalValues {
  name?: string;
  email?: string;
  address?: string;
  about?: Record<string, unknown>;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/**
 * That somebody did something. It keeps the ids of all persons it speaks of; whatever it says of a person stands in `personal` under their
 * id. Deleting an account blanks that (`Audit.forget`), and a trigger refuses every other change.
 */
@Entity('audit_entry')
@Index('audit_entry_of_act', ['act', 'id'])
@Index('audit_entry_of_subject', ['subjectId', 'id'])
@Index('audit_entry_persons', ['persons'], { type: 'gin' })
@Check('audit_entry_by_kind', `by_kind in ('person', 'visitor', 'command-line', 'daymark', 'unknown') and (by_kind = 'person') = (by_id is not null)`)
export class AuditEntryEntity {
  /** UUIDv7, so that entries are in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_key' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** A slug of `ACTS`. */
  @Column('text')
  act!: string;

  /** `visitor`: someone who was not signed in. `unknown`: an old entry that does not say. */
  @Column('text')
  byKind!: 'person' | 'visitor' | 'command-line' | 'daymark' | 'unknown';

  /** No foreign key, because it stays when the account is deleted. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('text')
  subjectKind!: string;

  /** The id of an account or a slug. Null in old entries whose account was deleted. */
  @Column('text', { nullable: true })
  subjectId!: string | null;

  /** What it was called then. Empty for an account, whose name stands in `personal`. */
  @Column('text')
  subjectLabel!: string;

  /** Ids of further persons, by what they are in this act: `{ "mentor": "..." }`. */
  @Column('jsonb')
  involved!: Record<string, string>;

  /** The ids of all persons of this entry: actor, subject, and those involved. */
  @Column('uuid', { array: true })
  persons!: string[];

  /** By person id. */
  @Column('jsonb')
  personal!: Record<string, PersonalValues>;

  /** Facts about nobody. */
  @Column('jsonb')
  detail!: Record<string, unknown>;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody decided something over others. Written once; a trigger refuses every change but that a person who left is forgotten. */
@Entity('audit_entry')
@Index('audit_entry_of_act', ['act', 'id'])
@Index('audit_entry_of_subject', ['subjectId', 'id'])
@Index('audit_entry_of_person', ['byId', 'id'])
export class AuditEntryEntity {
  /** UUIDv7, so that entries are in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_key' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** No foreign key, for the platform knows no accounts: who deletes one calls `Audit.forget`. Null for the command line and the start. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  /** As it was then; empty where there is nobody. */
  @Column('text')
  byName!: string;

  /** A stable slug: `waiver-granted`. */
  @Column('text')
  act!: string;

  /** What kind of thing it was done to: `account`, `certification`. */
  @Column('text')
  subjectKind!: string;

  /** An id or a slug; null once the account is gone. */
  @Column('text', { nullable: true })
  subjectId!: string | null;

  @Column('text')
  subjectLabel!: string;

  /** Reason and circumstances; whoever is named here is named with their id, so that they can be forgotten. */
  @Column('jsonb')
  detail!: Record<string, unknown>;
}

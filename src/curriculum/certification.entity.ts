import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../users/account.entity.js';
import type { Offering } from './curriculum.contract.js';

/** A program one can be certified in. What it teaches stands in its releases. */
@Entity('certification')
@Unique('certification_slug', ['slug'])
@Check('certification_offering', `offering in ('listed', 'hidden', 'archived')`)
export class CertificationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certification_key' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  /** The latest; 0 only inside the transaction that publishes the first. */
  @Column('int')
  currentReleaseNumber!: number;

  @Column('text', { default: 'listed' })
  offering!: Offering;

  /** Null while no admin has changed it. */
  @Column('timestamptz', { nullable: true })
  offeringSetAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'certification_offering_set_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  offeringSetBy!: string | null;
}

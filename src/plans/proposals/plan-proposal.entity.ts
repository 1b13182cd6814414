import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';
import type { PlanSnapshot } from '../remade-plan.js';
import type { PlanProposalRow } from './proposals.contract.js';
import type { StoredChange } from './shown-proposal.js';

/** What a plan was changed to, or might be changed to, with the plan as it was: so that it can be looked at, decided and undone. */
@Entity('plan_proposal')
@Check('plan_proposal_state_known', `state in ('proposed', 'accepted', 'discarded', 'undone')`)
@Index('plan_proposal_of_enrollment', ['enrollmentId', 'id'])
@Index('plan_proposal_open', ['enrollmentId'], { unique: true, where: `state = 'proposed'` })
export class PlanProposalEntity {
  /** UUIDv7: the later one is the greater one. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_proposal_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'plan_proposal_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('text')
  reason!: PlanProposalRow['reason'];

  @Column('text')
  state!: PlanProposalRow['state'];

  @Column('timestamptz')
  madeAt!: Date;

  /** Null where nobody asked: the worker found that the plan no longer held. */
  @Column('uuid', { nullable: true })
  madeBy!: string | null;

  /** When it was accepted or discarded; by nobody where it went without asking. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy!: string | null;

  /** Of what it was made; where that is different now, it is out of date. */
  @Column('text')
  basis!: string;

  /** What of the enrollment accepting it changes too. */
  @Column('jsonb', { nullable: true })
  change!: StoredChange | null;

  @Column('jsonb')
  before!: PlanSnapshot;

  @Column('jsonb')
  after!: PlanSnapshot;

  @Column('jsonb')
  counts!: PlanProposalRow['counts'];
}

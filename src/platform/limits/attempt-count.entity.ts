import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried, and when it may be tried again. The key is a keyed hash, so no email address stands here. */
@Entity('attempt_count')
@Index('attempt_count_by_forgetting', ['forgetAt'])
export class AttemptCountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'attempt_count_key' })
  key!: string;

  @Column('int')
  attempts!: number;

  /** Null where it need not wait. */
  @Column('timestamptz', { nullable: true })
  nextAt!: Date | null;

  @Column('timestamptz')
  forgetAt!: Date;
}

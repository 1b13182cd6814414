import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/** What score and chance are worked out from (score/packed-basis.ts): the same until something is logged, so it stands apart from what is written each day. */
@Entity('readiness_basis')
export class ReadinessBasisEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'readiness_basis_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'readiness_basis_key' })
  enrollmentId!: string;

  @Column('bytea')
  basis!: Buffer;
}

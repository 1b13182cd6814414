import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** One table that was imported; its entries name it. */
@Entity('study_import')
@Index('study_import_of_enrollment', ['enrollmentId', 'importedAt'])
export class StudyImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'study_import_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'study_import_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('timestamptz')
  importedAt!: Date;

  /** When its entries were deleted as a whole. */
  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}

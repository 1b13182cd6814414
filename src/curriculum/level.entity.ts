import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CertificationEntity } from './certification.entity.js';

/** Who a level is, across releases: enrollments point here. Retired, never deleted, and back when a release holds it again. */
@Entity('level')
@Unique('level_slug', ['certificationId', 'slug'])
export class LevelEntity {
  /** UUIDv7, so that new rows land at the end of the index. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'level_key' })
  id!: string;

  @ForeignKey(() => CertificationEntity, { name: 'level_certification' })
  @Column('uuid')
  certificationId!: string;

  @Column('text')
  slug!: string;

  /** As the latest release that holds it has it. */
  @Column('text')
  title!: string;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}

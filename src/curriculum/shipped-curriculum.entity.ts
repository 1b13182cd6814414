import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A shipped file that a start has read; it is not parsed again while its bytes are the same. */
@Entity('shipped_curriculum')
export class ShippedCurriculumEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'shipped_curriculum_key' })
  sha256!: Buffer;

  @Column('text')
  fileName!: string;

  @Column('timestamptz')
  readAt!: Date;
}

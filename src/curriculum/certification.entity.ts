import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A program one can be certified in. What it teaches stands in its releases. */
@Entity('certification')
@Unique('certification_slug', ['slug'])
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
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PassModel } from './pass-model.js';

/** A fit of the model to the outcomes of this Daymark. Every one is kept; the last that was adopted is in use. */
@Entity('pass_model')
export class PassModelEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pass_model_key' })
  version!: string;

  @Column('timestamptz')
  fittedAt!: Date;

  /** How many it was fitted to. */
  @Column('int')
  outcomes!: number;

  @Column('jsonb')
  coefficients!: Pick<PassModel, 'version' | 'knots'>;

  /** On outcomes that were held out, of this fit and of the model in use before it. */
  @Column('real')
  logLoss!: number;

  @Column('real')
  logLossBefore!: number;

  /** Null where it was no better. */
  @Column('timestamptz', { nullable: true })
  adoptedAt!: Date | null;
}

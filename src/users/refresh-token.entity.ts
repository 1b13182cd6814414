import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** A refresh token by its hash. Its successor is derived from it (tokens.ts), so that nothing secret is stored. */
@Entity('refresh_token')
@Index('refresh_token_of_session', ['sessionId'])
export class RefreshTokenEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'refresh_token_key' })
  hash!: string;

  @ForeignKey(() => SessionEntity, { name: 'refresh_token_session', onDelete: 'CASCADE' })
  @Column('uuid')
  sessionId!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When it was first traded for its successor. */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

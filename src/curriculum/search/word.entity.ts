import { Entity, Index, PrimaryColumn } from 'typeorm';

/** Words that were ever used in a release, for what somebody who misspelt one may have meant. */
@Entity('curriculum_word')
@Index('curriculum_word_likeness', { synchronize: false })
export class WordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'curriculum_word_key' })
  word!: string;
}

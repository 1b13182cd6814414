import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../../curriculum/skill.entity.js';
import { PracticeResultEntity } from './practice-result.entity.js';

/** The part of a practice exam that was about one skill. */
@Entity('practice_result_skill')
@Check('practice_result_skill_possible', 'items_asked > 0 and items_right between 0 and items_asked')
export class PracticeResultSkillEntity {
  @ForeignKey(() => PracticeResultEntity, { name: 'practice_result_skill_result', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_result_skill_key' })
  resultId!: string;

  @ForeignKey(() => SkillEntity, { name: 'practice_result_skill_skill' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_result_skill_key' })
  skillId!: string;

  @Column('int')
  itemsRight!: number;

  @Column('int')
  itemsAsked!: number;
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isSame } from '../../curriculum/curriculum-diff.js';
import type { CurriculumDocument } from '../../curriculum/curriculum-document.contract.js';
import { EditionsService, type Editions } from '../../curriculum/editions.service.js';
import { toldChanges } from '../../curriculum/told-changes.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { levelImpact, type LevelSketch } from './level-impact.js';
import { countByRelease, type ReleaseCount } from './moves.statements.js';
import type { Impact, LevelImpact } from './moves.contract.js';

interface Target {
  /** Null for what has no number yet: a draft, a file. */
  number: number | null;
  document: CurriculumDocument;
}

/** What another release would mean to the learners who are under way. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly database: DataSource,
    private readonly editions: EditionsService,
  ) {}

  /** @param release its number; the draft where there is none */
  async of(slug: string, release?: number): Promise<Impact> {
    const editions = await this.editions.of(slug);
    return this.impact(editions, await this.target(slug, editions, release));
  }

  /** Of a document that would be published, where it differs from the current release. */
  async ofDocument(document: CurriculumDocument): Promise<Impact> {
    const editions = await this.editions.known(document.slug);
    if (!editions) return { release: null, enrollments: 0, movable: 0, levels: [] };
    const current = await this.editions.release(editions.releaseIds.get(editions.current) ?? '');
    return this.impact(editions, { number: isSame(current.document, document) ? current.number : null, document });
  }

  private async impact({ certificationId }: Editions, target: Target): Promise<Impact> {
    const counts = await this.database.query<ReleaseCount[]>(countByRelease, [certificationId, target.number]);
    const levels: LevelImpact[] = [];
    for (const count of counts) levels.push(await this.levelImpact(count, target));
    const sum = (some: readonly LevelImpact[]) => some.reduce((total, { enrollments }) => total + enrollments, 0);
    return { release: target.number, enrollments: sum(levels), movable: sum(levels.filter(({ stays }) => stays === null)), levels };
  }

  private async target(slug: string, { releaseIds }: Editions, number?: number): Promise<Target> {
    if (number === undefined) return { number: null, document: (await this.editions.draft(slug)) as unknown as CurriculumDocument };
    const id = releaseIds.get(number);
    if (!id) throw new Problem(notFound, 'There is no such release.');
    return { number, document: (await this.editions.release(id)).document };
  }

  private async levelImpact({ level, release, releaseId, enrollments }: ReleaseCount, { document }: Target): Promise<LevelImpact> {
    const held = (await this.editions.release(releaseId)).document;
    const of = ({ levels }: CurriculumDocument): LevelSketch | undefined => levels.find(({ slug }) => slug === level.slug);
    const before = of(held) ?? { slug: level.slug };
    return { level, release, enrollments, ...levelImpact(before, of(document), toldChanges(held, document)) };
  }
}

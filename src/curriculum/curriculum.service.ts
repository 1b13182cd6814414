import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { Statements } from '../platform/database/statements.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import type { Received } from '../platform/http/endpoint.contract.js';
import { KeptAnswer } from '../platform/http/kept-answer.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import type { Certification, CertificationRow, Level, LevelPage, listCertifications, Offering, ReleaseRow } from './curriculum.contract.js';
import { certificationBySlug, certificationPage, lastReleaseWithLevel, levelById, releasesOf, type ReleaseOf } from './curriculum.statements.js';
import { levelContent, type LevelContent } from './level-content.js';
import type { PublishedRelease } from './published-release.js';
import { plainText } from './plain-text.js';
import { PublishingService } from './publishing.service.js';
import { Releases } from './releases.js';
import { SearchIndex } from './search/search-index.js';

/** What certifications teach: for visitors and learners, and for every later feature. */
@Injectable()
export class CurriculumService {
  constructor(
    private readonly statements: Statements,
    private readonly releases: Releases,
    private readonly publishing: PublishingService,
    private readonly searchIndex: SearchIndex,
  ) {}

  /** Certifications by slug, from after the one that `cursor` names. */
  async certifications(
    { limit, cursor = '', q }: Received<typeof listCertifications>['query'],
    offerings: readonly Offering[] = ['listed'],
  ): Promise<KeptAnswer<{ items: CertificationRow[]; nextCursor: string | null }>> {
    const rows = await this.statements.run<{ releaseId: string; offering: Offering }>(certificationPage, [cursor, limit + 1, q || null, offerings]);
    return new KeptAnswer(`certifications ${limit} ${rows.map(({ releaseId, offering }) => `${releaseId} ${offering}`).join(' ')}`, async () => {
      const found = await this.releases.all(rows.map(({ releaseId }) => releaseId));
      const items = found.slice(0, limit).map((release, i) => certificationRow(release, rows[i]!.offering));
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.slug ?? null) : null };
    });
  }

  async certification(slug: string): Promise<KeptAnswer<Certification>> {
    const { currentReleaseId, offering } = await this.bySlug(slug);
    return new KeptAnswer(`certification ${currentReleaseId} ${offering}`, async () => {
      const { document, levels, number, publishedAt } = await this.release(currentReleaseId);
      return { ...document, levels: [...levels], release: number, publishedAt, offering };
    });
  }

  async level(levelId: string): Promise<KeptAnswer<LevelPage>> {
    const { releaseId, retiredAt, offering } = await this.whereNow(levelId);
    return new KeptAnswer(`level ${levelId} ${releaseId} ${offering} ${retiredAt?.getTime() ?? ''}`, async () => {
      const { release, level } = await this.levelIn(levelId, releaseId);
      const { slug, title } = release.document;
      return { ...level, certification: { slug, title, offering }, release: release.number, retiredAt: retiredAt?.toISOString() ?? null };
    });
  }

  /** Refuses a level that there is not. */
  async refuseUnknownLevel(levelId: string): Promise<void> {
    await this.whereNow(levelId);
  }

  /**
   * A level as one release has it, without a release as the current one; a retired level as the last that held it.
   * Cheap enough for hot paths: one named statement, the release from memory.
   */
  async levelContent(levelId: string, releaseId?: string): Promise<LevelContent> {
    const now = await this.whereNow(levelId);
    const { release, level } = await this.levelIn(levelId, releaseId ?? now.releaseId);
    return levelContent(release, level, { retired: now.retiredAt !== null, archived: now.offering === 'archived' });
  }

  async releaseRows(
    slug: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: ReleaseRow[]; nextCursor: string | null }> {
    const { id } = await this.bySlug(slug);
    const before = readCursor(cursor, 1) ?? [null];
    const rows = await this.statements.run<ReleaseOf>(releasesOf, [id, ...before, limit + 1]);
    const items = rows.slice(0, limit).map(({ number, publishedAt, publisherId, publisher }) => ({
      number,
      publishedAt: publishedAt.toISOString(),
      publishedBy: publisherId === null || publisher === null ? null : { id: publisherId, name: publisher },
    }));
    return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.number]) : null };
  }

  /** At start: the curricula that came with Daymark, where there are none of that name; and what can be found of releases, where that is not made yet. */
  async importShipped(): Promise<void> {
    await this.publishing.importFrom(join(process.cwd(), 'curricula'));
    await this.searchIndex.catchUp();
  }

  private async bySlug(slug: string): Promise<{ id: string; currentReleaseId: string; offering: Offering }> {
    const [found] = await this.statements.run<{ id: string; currentReleaseId: string; offering: Offering }>(certificationBySlug, [slug]);
    if (!found) throw new Problem(notFound, 'There is no such certification.');
    return found;
  }

  /** The release to read a level in: the current one, or the last that held it. */
  private async whereNow(levelId: string): Promise<{ releaseId: string; retiredAt: Date | null; offering: Offering }> {
    const [row] = await this.statements.run<{ retiredAt: Date | null; currentReleaseId: string; offering: Offering }>(levelById, [levelId]);
    if (!row) throw new Problem(notFound, 'There is no such level.');
    const { retiredAt, offering } = row;
    return { releaseId: retiredAt ? await this.lastWith(levelId) : row.currentReleaseId, retiredAt, offering };
  }

  private async levelIn(levelId: string, releaseId: string): Promise<{ release: PublishedRelease; level: Level }> {
    const release = await this.release(releaseId);
    const level = release.levels.find(({ id }) => id === levelId);
    if (!level) throw new Problem(notFound, 'This release does not hold that level.');
    return { release, level };
  }

  private async lastWith(levelId: string): Promise<string> {
    const [row] = await this.statements.run<{ releaseId: string }>(lastReleaseWithLevel, [levelId]);
    if (!row) throw new Error(`no release holds the level ${levelId}`);
    return row.releaseId;
  }

  private async release(id: string): Promise<PublishedRelease> {
    const release = await this.releases.one(id);
    if (!release) throw new Problem(notFound, 'There is no such release.');
    return release;
  }
}

function certificationRow({ document, levels, number }: PublishedRelease, offering: Offering): CertificationRow {
  const { slug, title, summary, host, validityMonths: valid } = document;
  const rows = levels.map(({ id, slug, title, track, order, optional, open, skills, prerequisites }) => ({
    id,
    slug,
    title,
    track,
    order,
    optional,
    open,
    skills: skills.length,
    demanding: prerequisites.some(({ rule }) => rule === 'enforced'),
  }));
  const validityMonths = valid ? { min: valid.min, max: valid.max } : null;
  return { slug, title, summary: plainText(summary), host, release: number, offering, validityMonths, levels: rows };
}

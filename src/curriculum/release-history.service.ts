import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeptAnswer } from '../platform/http/kept-answer.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { curriculumInvalid, type ReleaseInFull, type ToldChange } from './curriculum.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { readCurriculumAside } from './read-aside.js';
import { ReleaseEntity } from './release.entity.js';
import { toldChanges } from './told-changes.js';
import { writeCurriculum, type FileFormat } from './write-curriculum.js';

interface ReleaseReading {
  since?: number | undefined;
  format?: FileFormat | undefined;
}

/** What releases hold, and how they differ: among themselves, and from a file that is not published yet. */
@Injectable()
export class ReleaseHistoryService {
  constructor(private readonly database: DataSource) {}

  /**
   * What depends on these releases alone, and so never changes.
   * @param since the release to tell the changes from; the one before unless said. 0, and what is before the first: everything is new
   */
  async answer(slug: string, number: number, { since = number - 1, format = 'yaml' }: ReleaseReading = {}): Promise<KeptAnswer<ReleaseInFull>> {
    const ids = await this.idsOf(slug);
    if (!ids.has(number)) throw new Problem(notFound, 'There is no such release.');
    if (since > 0 && !ids.has(since)) throw new Problem(notFound, `There is no release ${since} to compare with.`);
    return new KeptAnswer(`release ${ids.get(number)} ${ids.get(since)} ${format}`, () => this.read(slug, number, { since, format }), true);
  }

  async read(slug: string, number: number, { since = number - 1, format = 'yaml' }: ReleaseReading = {}): Promise<ReleaseInFull> {
    const { document, publishedAt } = await this.numbered(slug, number);
    const before = since > 0 ? await this.document(slug, since) : null;
    return {
      number,
      title: document.title,
      publishedAt: publishedAt.toISOString(),
      since: before ? since : null,
      changes: before ? toldChanges(before, document) : [],
      text: writeCurriculum(document, format),
    };
  }

  private async idsOf(slug: string): Promise<Map<number, string>> {
    const rows = await this.database.query<{ id: string; number: number }[]>(
      'select release.id, release.number from certification join release on release.certification_id = certification.id where certification.slug = $1',
      [slug],
    );
    return new Map(rows.map(({ id, number }) => [number, id]));
  }

  private async numbered(slug: string, number: number): Promise<ReleaseEntity> {
    const release = await this.one(slug, number);
    if (!release) throw new Problem(notFound, 'There is no such release.');
    return release;
  }

  async document(slug: string, number: number): Promise<CurriculumDocument> {
    const release = await this.one(slug, number);
    if (!release) throw new Problem(notFound, `There is no release ${number} to compare with.`);
    return release.document;
  }

  /** The text of the current release, as a file to import elsewhere. */
  async exported(slug: string, format: FileFormat = 'yaml'): Promise<string> {
    const current = await this.current(slug);
    if (!current) throw new Problem(notFound, `There is no certification ${slug}.`);
    return writeCurriculum(current.document, format);
  }

  /** The document that a file holds; refuses one with faults. */
  async documentIn(text: string): Promise<CurriculumDocument> {
    const { document, faults } = await readCurriculumAside(text);
    if (faults) throw new Problem(curriculumInvalid, 'Nothing can be imported. Mend what `errors` names.', { errors: faults });
    return document;
  }

  /** What publishing this document would change. */
  async changesTo(document: CurriculumDocument): Promise<{ slug: string; title: string; current: number | null; changes: ToldChange[] }> {
    const { slug, title } = document;
    const current = await this.current(slug);
    return { slug, title, current: current?.number ?? null, changes: current ? toldChanges(current.document, document) : [] };
  }

  current(slug: string): Promise<ReleaseEntity | undefined> {
    return this.one(slug, null);
  }

  /** @param number null for the newest */
  private async one(slug: string, number: number | null): Promise<ReleaseEntity | undefined> {
    const [row] = await this.database.query<ReleaseEntity[]>(
      `select release.number, release.document, release.published_at as "publishedAt"
       from certification join release on release.certification_id = certification.id
       where certification.slug = $1 and release.number = coalesce($2, certification.current_release_number)`,
      [slug, number],
    );
    return row;
  }
}

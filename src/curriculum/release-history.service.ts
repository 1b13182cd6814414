import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { curriculumInvalid, type CurriculumPreview, type ReleaseInFull } from './curriculum.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { readCurriculumAside } from './read-aside.js';
import { ReleaseEntity } from './release.entity.js';
import { toldChanges } from './told-changes.js';
import { writeCurriculum, type FileFormat } from './write-curriculum.js';

/** What releases hold, and how they differ: among themselves, and from a file that is not published yet. */
@Injectable()
export class ReleaseHistoryService {
  constructor(private readonly database: DataSource) {}

  /** @param since the release to tell the changes from; the one before unless said. 0, and what is before the first: everything is new */
  async read(
    slug: string,
    number: number,
    { since = number - 1, format = 'yaml' }: { since?: number | undefined; format?: FileFormat } = {},
  ): Promise<ReleaseInFull> {
    const release = await this.one(slug, number);
    if (!release) throw new Problem(notFound, 'There is no such release.');
    const before = since > 0 ? await this.document(slug, since) : null;
    const { document, publishedAt } = release;
    const changes = before ? toldChanges(before, document) : [];
    return {
      number,
      title: document.title,
      publishedAt: publishedAt.toISOString(),
      since: before ? since : null,
      changes,
      text: writeCurriculum(document, format),
    };
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

  /** What publishing this file would do, without doing it. */
  async preview(text: string): Promise<CurriculumPreview> {
    const { document, faults } = await readCurriculumAside(text);
    if (faults) throw new Problem(curriculumInvalid, 'Nothing can be imported. Mend what `errors` names.', { errors: faults });
    return this.previewDocument(document);
  }

  /** The same for a file that was read already. */
  async previewDocument(document: CurriculumDocument): Promise<CurriculumPreview> {
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

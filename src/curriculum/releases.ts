import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import { CurriculumDocument } from './curriculum-document.contract.js';
import { withIds, type Identities, type PublishedRelease } from './published-release.js';

/** Releases kept in memory; one of the shipped size takes about 100 KB. */
const KEPT = 64;

/** A release with the ids of everything it names, in one round trip. */
const load: Statement = {
  name: 'releases-load',
  text: `
    select release.id, release.number, release.published_at as "publishedAt", release.document, (
      select jsonb_object_agg(level.slug, jsonb_build_object(
        'id', level.id,
        'skills', (select coalesce(jsonb_object_agg(skill.slug, skill.id), '{}') from skill where skill.level_id = level.id),
        'projects', (select coalesce(jsonb_object_agg(project.slug, project.id), '{}') from project where project.level_id = level.id)
      )) from level where level.certification_id = release.certification_id
    ) as identities
    from release where release.id = any($1::uuid[])`,
};

interface Row {
  id: string;
  number: number;
  publishedAt: Date;
  document: CurriculumDocument;
  identities: Identities;
}

/** Published releases. They never change, so the ones used last stay in memory, in every process its own. */
@Injectable()
export class Releases {
  private readonly kept = new Map<string, PublishedRelease>();

  constructor(private readonly statements: Statements) {}

  /** The releases of these ids, in their order; one that is not there is left out. */
  async all(ids: readonly string[]): Promise<PublishedRelease[]> {
    const missing = ids.filter((id) => !this.kept.has(id));
    const rows = missing.length === 0 ? [] : await this.statements.run<Row>(load, [missing]);
    const loaded = new Map(rows.map((row) => [row.id, presented(row)]));
    const found = ids.flatMap((id) => this.kept.get(id) ?? loaded.get(id) ?? []);
    for (const release of found) this.keep(release);
    return found;
  }

  async one(id: string): Promise<PublishedRelease | undefined> {
    const [release] = await this.all([id]);
    return release;
  }

  /** As the newest; the one that was used longest ago makes room. */
  private keep(release: PublishedRelease): void {
    this.kept.delete(release.id);
    this.kept.set(release.id, release);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) return;
      this.kept.delete(oldest);
    }
  }
}

/** What a later Daymark added to documents has its default. A release that is older than a limit of today is left as it was published. */
function presented({ id, number, publishedAt, document: stored, identities }: Row): PublishedRelease {
  const document = CurriculumDocument.safeParse(stored).data ?? stored;
  return { id, number, publishedAt: publishedAt.toISOString(), document, levels: withIds(document, identities) };
}

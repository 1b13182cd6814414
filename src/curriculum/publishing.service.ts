import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { actorOf, type Actor } from '../platform/audit/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { StartFault } from '../platform/boot/start-fault.js';
import { Problem } from '../platform/http/problem.js';
import { textOf } from '../platform/text/text-of.js';
import { Clock } from '../platform/time/clock.js';
import { CertificationEntity } from './certification.entity.js';
import { curriculumInvalid, type Publication } from './curriculum.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { findDraft } from './drafts/draft-rows.js';
import { presentDraft, stale } from './drafts/draft-state.js';
import { followRelease } from './drafts/follow-release.js';
import { alignIdentities } from './identities.js';
import { readCurriculumAside } from './read-aside.js';
import { checkCurriculum, readCurriculum } from './read-curriculum.js';
import { indexRelease } from './search/index-release.js';
import { ShippedCurriculumEntity } from './shipped-curriculum.entity.js';

@Injectable()
export class PublishingService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Publishes what a file holds; one with any fault changes nothing. The same document again is the same release. */
  async publish(text: string, by: Actor): Promise<Publication> {
    const { document, faults } = await readCurriculumAside(text);
    if (faults) throw new Problem(curriculumInvalid, 'Nothing was imported. Fix what `errors` names, and send the file again.', { errors: faults });
    return this.release(document, by);
  }

  /** The same for a file that was read already. */
  publishDocument(document: CurriculumDocument, by: Actor): Promise<Publication> {
    return this.release(document, by);
  }

  /** Publishes a draft as it stands at `revision`; one with any fault, or that somebody saved since, changes nothing. */
  async publishDraft(slug: string, revision: number, by: Actor): Promise<Publication> {
    const draft = presentDraft(await findDraft(this.database.manager, slug));
    if (draft.revision !== revision) throw stale(draft);
    const { document, faults } = checkCurriculum(draft.document);
    if (faults) throw new Problem(curriculumInvalid, 'Nothing was published. Mend what `errors` names.', { errors: faults });
    return this.release(document, by, revision);
  }

  /** Imports each file of the folder whose certification does not exist yet; afterwards the certification is changed in the app, not by its file. */
  async importFrom(folder: string): Promise<void> {
    for (const file of await curriculaIn(folder)) {
      const bytes = await readFile(file);
      const sha256 = createHash('sha256').update(bytes).digest();
      if (await this.database.manager.existsBy(ShippedCurriculumEntity, { sha256 })) continue;
      await this.importFile(file, textOf(bytes).text);
      const readAt = new Date(this.clock.now().epochMilliseconds);
      // Two processes that start at once read the same file.
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(ShippedCurriculumEntity)
        .values({ sha256, fileName: basename(file), readAt })
        .orIgnore()
        .execute();
    }
  }

  private async importFile(file: string, text: string): Promise<void> {
    const { document, faults } = readCurriculum(text);
    if (faults)
      throw new StartFault(`${file} cannot be imported: ${faults.map(({ path, message }) => [path, message].filter(Boolean).join(': ')).join('; ')}.`);
    if (!(await this.database.manager.existsBy(CertificationEntity, { slug: document.slug }))) await this.release(document, 'daymark');
  }

  /** @param draftRevision of the draft that is published, for as long as it stands at that */
  private release(document: CurriculumDocument, by: Actor, draftRevision?: number): Promise<Publication> {
    return this.database.transaction(async (tx) => {
      const now = new Date(this.clock.now().epochMilliseconds).toISOString();
      const { id, current } = await held(tx, document);
      const { slug, title } = document;
      if (draftRevision !== undefined) await refuseSavedSince(tx, slug, draftRevision);
      const same = await sameAsCurrent(tx, id, current, document);
      if (same) return { slug, title, release: current, published: false, publishedAt: same.publishedAt.toISOString() };

      const [number, byId] = [current + 1, actorOf(by).id];
      await tx.query('update certification set current_release_number = $2, title = $3 where id = $1', [id, number, title]);
      await tx.query('insert into release (id, certification_id, number, document, published_at, published_by) values ($1, $2, $3, $4, $5, $6)', [
        uuidv7(),
        id,
        number,
        JSON.stringify(document),
        now,
        byId,
      ]);
      await alignIdentities(tx, id, document, now);
      await followRelease(tx, { before: await documentOf(tx, id, current), after: document, by: byId, at: now, isDraft: draftRevision !== undefined });
      await indexRelease(tx, id, document);
      const detail = { release: number, previousRelease: current || null, from: draftRevision === undefined ? ('file' as const) : ('draft' as const) };
      await this.audit.record(tx, { act: 'release-published', by, subject: { id: slug, label: title }, detail });
      return { slug, title, release: number, published: true, publishedAt: now };
    });
  }
}

/** The certification's row, made where there is none and locked until the transaction ends: two who publish do so one after the other. */
async function held(tx: EntityManager, { slug, title }: CurriculumDocument): Promise<{ id: string; current: number }> {
  const [row] = await tx.query<{ id: string; current: number }[]>(
    `insert into certification (id, slug, title, current_release_number) values ($1, $2, $3, 0)
     on conflict (slug) do update set slug = excluded.slug
     returning id, current_release_number as current`,
    [uuidv7(), slug, title],
  );
  if (!row) throw new Error(`certification "${slug}" was neither there nor made`);
  return row;
}

/** Locks the draft too, so that nobody saves it while it is published. */
async function refuseSavedSince(tx: EntityManager, slug: string, revision: number): Promise<void> {
  await tx.query('select from draft where slug = $1 for update', [slug]);
  const draft = presentDraft(await findDraft(tx, slug));
  if (draft.revision !== revision) throw stale(draft);
}

async function documentOf(tx: EntityManager, certificationId: string, number: number): Promise<CurriculumDocument | null> {
  const [row] = await tx.query<{ document: CurriculumDocument }[]>('select document from release where certification_id = $1 and number = $2', [
    certificationId,
    number,
  ]);
  return row?.document ?? null;
}

/** PostgreSQL compares, since it keeps documents without the order of their keys. */
async function sameAsCurrent(tx: EntityManager, id: string, number: number, document: CurriculumDocument): Promise<{ publishedAt: Date } | undefined> {
  const [same] = await tx.query<{ publishedAt: Date }[]>(
    'select published_at as "publishedAt" from release where certification_id = $1 and number = $2 and document = $3::jsonb',
    [id, number, JSON.stringify(document)],
  );
  return same;
}

async function curriculaIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => {
    throw new StartFault(`The folder ${folder} with the shipped curricula cannot be read: start Daymark from its own folder.`);
  });
  return files
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

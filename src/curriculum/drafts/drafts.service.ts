import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import type { Answer, Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { invalidInput, notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { isSame } from '../curriculum-diff.js';
import { curriculumInvalid } from '../curriculum.contract.js';
import { curriculumText } from '../curriculum-file.js';
import { readCurriculumAside } from '../read-aside.js';
import { ReleaseHistoryService } from '../release-history.service.js';
import { toldChanges } from '../told-changes.js';
import { freeSlug } from '../slug.contract.js';
import { nameTaken, type Draft, type DraftState, type listDrafts, type openDraft, type saveDraft } from './draft.contract.js';
import { DraftDocument } from './draft-document.contract.js';
import { DraftCountsService } from './draft-counts.service.js';
import { addSave, beginDraft, currentRelease, findDraft, openDrafts, setAside, type NewSave } from './draft-rows.js';
import { asDocument, draftOf, presentDraft, stale, stateOf } from './draft-state.js';

/** Curricula as they are written. Nothing is overwritten unseen, and every save is kept. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly releases: ReleaseHistoryService,
    private readonly counts: DraftCountsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list({ limit, cursor }: Received<typeof listDrafts>['query']): Promise<Answer<typeof listDrafts>> {
    const rows = await openDrafts(this.database.manager, readCursor(cursor, 2), limit + 1);
    const items = await this.counts.fill(rows.slice(0, limit).map(({ place: _, ...row }) => ({ ...row, savedAt: row.savedAt.toISOString() })));
    const last = rows[limit - 1];
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.place, last.slug]) : null };
  }

  /** @param since number of the release to tell the changes from; the current one unless said */
  async read(slug: string, since?: number): Promise<Draft> {
    const draft = draftOf(presentDraft(await findDraft(this.database.manager, slug)));
    if (since === undefined || since === draft.release) return draft;
    const before = await this.releases.document(slug, since);
    return { ...draft, changes: toldChanges(before, asDocument(draft.document)) };
  }

  async open(opening: Received<typeof openDraft>['body'], by: string): Promise<Draft> {
    if ('title' in opening) return this.begin(opening.title, by);
    if ('base64' in opening || 'text' in opening) return this.takeIn(curriculumText(opening), by);
    const slug = opening.certification;
    const known = await findDraft(this.database.manager, slug);
    if (known && !known.discarded) return draftOf(known);
    return this.openCurrent(slug, by);
  }

  async save(slug: string, revision: number, { document, how }: Received<typeof saveDraft>['body'], by: string): Promise<DraftState> {
    if (document.slug !== slug) {
      const errors = [{ path: 'body.document.slug', message: `Must stay "${slug}"` }];
      throw new Problem(invalidInput, 'The slug of a certification is who it is; it cannot change.', { errors });
    }
    const known = presentDraft(await findDraft(this.database.manager, slug));
    // It may be the same save again, whose answer was lost on the way.
    if (isSame(known.document, document)) return stateOf(known);
    const save = { slug, document, how, by, at: this.now() };
    const saved = known.revision === revision ? await addSave(this.database.manager, revision, save) : undefined;
    if (saved === undefined) return this.setAside(revision, save);
    const state = stateOf(presentDraft(await findDraft(this.database.manager, slug)));
    await this.counts.keep(state);
    return state;
  }

  /** Refuses a work that came too late, and keeps it. */
  private async setAside(since: number, save: NewSave): Promise<never> {
    const saveId = await setAside(this.database.manager, since, save);
    throw stale(presentDraft(await findDraft(this.database.manager, save.slug)), saveId);
  }

  /** Its saves stay. Discarding a discarded draft changes nothing. */
  async discard(slug: string, by: Person): Promise<undefined> {
    await this.database.transaction(async (tx) => {
      const [discarded] = await tx.query<[{ title: string | null; revision: number }[], number]>(
        `update draft set discarded_at = $2 where slug = $1 and discarded_at is null returning document ->> 'title' as title, revision`,
        [slug, this.now()],
      );
      for (const { title, revision } of discarded)
        await this.audit.record(tx, { act: 'draft-discarded', by, subject: { id: slug, label: title || slug }, detail: { revision } });
    });
    return undefined;
  }

  /** Of the current release as it is; whoever publishes the next one waits until the draft stands, and then finds and mends it. */
  private openCurrent(slug: string, by: string): Promise<Draft> {
    return this.database.transaction(async (tx) => {
      await tx.query('select from certification where slug = $1 for share', [slug]);
      const current = await currentRelease(tx, slug);
      if (!current) throw new Problem(notFound, `There is no certification ${slug}.`);
      return this.put({ slug, document: current.document, how: 'opened', by, at: this.now() }, tx);
    });
  }

  /** A new certification: a name and nothing else yet. */
  private async begin(title: string, by: string): Promise<Draft> {
    const slug = freeSlug(title);
    const taken = (await findDraft(this.database.manager, slug))?.discarded === false || (await this.releases.current(slug));
    if (taken) throw new Problem(nameTaken, `"${title}" has the address ${slug}, which another has already. Give it another name.`, { slug });
    return this.put({ slug, document: DraftDocument.parse({ slug, title }), how: 'opened', by, at: this.now() });
  }

  private async takeIn(text: string, by: string): Promise<Draft> {
    const { document, faults } = await readCurriculumAside(text);
    if (faults) throw new Problem(curriculumInvalid, 'Nothing was imported. Fix what `errors` names, and send the file again.', { errors: faults });
    return this.put({ slug: document.slug, document, how: 'imported', by, at: this.now() });
  }

  /** Makes it the newest save, whatever was before; that is kept. */
  private async put(save: NewSave, tx: EntityManager = this.database.manager): Promise<Draft> {
    const known = await findDraft(tx, save.slug);
    const isPut = known ? await addSave(tx, known.revision, save) : await beginDraft(tx, save);
    return isPut ? draftOf(presentDraft(await findDraft(tx, save.slug))) : this.put(save, tx);
  }

  private now(): string {
    return this.clock.now().toString();
  }
}

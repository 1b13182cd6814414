import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { invalidInput, notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { isSame } from '../curriculum-diff.js';
import { curriculumInvalid } from '../curriculum.contract.js';
import { readCurriculumAside } from '../read-aside.js';
import { ReleaseHistoryService } from '../release-history.service.js';
import { toldChanges } from '../told-changes.js';
import { freeSlug } from '../slug.contract.js';
import { nameTaken, type Draft, type DraftRow, type DraftState, type openDraft, type saveDraft } from './draft.contract.js';
import { DraftDocument } from './draft-document.contract.js';
import { addSave, beginDraft, findDraft, openDrafts, setAside, type NewSave } from './draft-rows.js';
import { asDocument, draftOf, presentDraft, stale, stateOf } from './draft-state.js';

/** Curricula as they are written. Nothing is overwritten unseen, and every save is kept. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly releases: ReleaseHistoryService,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<{ items: DraftRow[] }> {
    const records = await openDrafts(this.database.manager);
    return { items: records.map(stateOf).map((state) => ({ ...state, changes: state.changes.length, faults: state.faults.length })) };
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
    if ('text' in opening) return this.takeIn(opening.text, by);
    const slug = opening.certification;
    const known = await findDraft(this.database.manager, slug);
    if (known && !known.discarded) return draftOf(known);
    const current = await this.releases.current(slug);
    if (!current) throw new Problem(notFound, `There is no certification ${slug}.`);
    return this.put({ slug, document: current.document, how: 'opened', by, at: this.now() });
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
    return stateOf(presentDraft(await findDraft(this.database.manager, slug)));
  }

  /** Refuses a work that came too late, and keeps it. */
  private async setAside(since: number, save: NewSave): Promise<never> {
    const saveId = await setAside(this.database.manager, since, save);
    throw stale(presentDraft(await findDraft(this.database.manager, save.slug)), saveId);
  }

  /** Its saves stay; to put away what is away changes nothing. */
  async discard(slug: string): Promise<undefined> {
    await this.database.query('update draft set discarded_at = $2 where slug = $1 and discarded_at is null', [slug, this.now()]);
    return undefined;
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
    if (faults) throw new Problem(curriculumInvalid, 'Nothing was taken in. Mend what `errors` names, and send the file again.', { errors: faults });
    return this.put({ slug: document.slug, document, how: 'imported', by, at: this.now() });
  }

  /** Makes it the newest save, whatever was before; that is kept. */
  private async put(save: NewSave): Promise<Draft> {
    const known = await findDraft(this.database.manager, save.slug);
    const isPut = known ? await addSave(this.database.manager, known.revision, save) : await beginDraft(this.database.manager, save);
    return isPut ? this.read(save.slug) : this.put(save);
  }

  private now(): string {
    return this.clock.now().toString();
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import type { DraftDocument } from './drafts/draft-document.contract.js';
import { findDraft } from './drafts/draft-rows.js';
import { presentDraft } from './drafts/draft-state.js';
import type { PublishedRelease } from './published-release.js';
import { Releases } from './releases.js';

/** Every release of a certification, by number. */
export interface Editions {
  certificationId: string;
  current: number;
  /** Ids by number. */
  releaseIds: ReadonlyMap<number, string>;
}

/** The releases of a certification side by side, for features that compare them or go from one to another. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly database: DataSource,
    private readonly releases: Releases,
  ) {}

  async of(slug: string): Promise<Editions> {
    const editions = await this.known(slug);
    if (!editions) throw new Problem(notFound, 'There is no such certification.');
    return editions;
  }

  async known(slug: string): Promise<Editions | undefined> {
    const rows = await this.database.query<{ certificationId: string; current: number; id: string; number: number }[]>(
      `select certification.id as "certificationId", certification.current_release_number as current, release.id, release.number
       from certification join release on release.certification_id = certification.id where certification.slug = $1`,
      [slug],
    );
    const [first] = rows;
    if (!first) return undefined;
    return { certificationId: first.certificationId, current: first.current, releaseIds: new Map(rows.map(({ id, number }) => [number, id])) };
  }

  async release(id: string): Promise<PublishedRelease> {
    const release = await this.releases.one(id);
    if (!release) throw new Problem(notFound, 'There is no such release.');
    return release;
  }

  async draft(slug: string): Promise<DraftDocument> {
    return presentDraft(await findDraft(this.database.manager, slug)).document;
  }
}

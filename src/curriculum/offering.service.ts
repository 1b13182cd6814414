import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { CertificationEntity } from './certification.entity.js';
import type { Offering } from './curriculum.contract.js';

/** Lists, hides and archives certifications. Nothing is deleted, and those who prepare continue. */
@Injectable()
export class OfferingService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Setting it to what it is already changes nothing. */
  async set(admin: Person, slug: string, offering: Offering): Promise<{ slug: string; offering: Offering }> {
    await this.database.transaction(async (tx) => {
      const certification = await tx.findOne(CertificationEntity, { where: { slug }, lock: { mode: 'for_no_key_update' } });
      if (!certification) throw new Problem(notFound, 'There is no such certification.');
      const { id, title, offering: before } = certification;
      if (before === offering) return;
      const offeringSetAt = new Date(this.clock.now().epochMilliseconds);
      await tx.update(CertificationEntity, { id }, { offering, offeringSetAt, offeringSetBy: admin.id });
      const detail = { previousOffering: before, offering };
      await this.audit.record(tx, { act: 'certification-offered', by: admin, subject: { id: slug, label: title }, detail });
    });
    return { slug, offering };
  }
}

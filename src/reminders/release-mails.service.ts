import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { ReleaseNewsService } from '../enrollments/moves/release-news.service.js';
import { Mail } from '../platform/mail/mail.js';
import { Triggers } from '../platform/queue/triggers.js';
import { releaseMail } from './release-mail.js';
import { ReminderLinks } from './reminder-links.js';
import { ReminderRuleEntity } from './reminder-rule.entity.js';

/** Tells learners by mail, too, what a move to another release changed for them. */
@Injectable()
export class ReleaseMails {
  constructor(
    private readonly database: DataSource,
    private readonly news: ReleaseNewsService,
    private readonly mail: Mail,
    private readonly links: ReminderLinks,
    private readonly triggers: Triggers,
  ) {}

  /** Once for each last move; nothing to who has seen it in the app already, wants no mail, or has not confirmed their address. */
  async tell(enrollmentIds: readonly string[]): Promise<void> {
    const unseen = await this.news.unseen(enrollmentIds);
    const silent = await this.silent(unseen.map(({ learner }) => learner.id));
    const told = unseen.filter(({ learner }) => !silent.has(learner.id) && this.mail.mayReach(learner));
    if (told.length === 0) return;
    await this.database.transaction(async (tx) => {
      for (const { moveId, learner, level, to, changes } of told) {
        const links = this.links.of(learner.id);
        await this.mail.write(tx, {
          personId: learner.id,
          kind: 'release-news',
          key: moveId,
          to: learner,
          unsubscribeUrl: links.oneClick,
          ...releaseMail({ name: learner.name, level, release: to, changes, links }),
        });
      }
    });
    this.triggers.fire('mail');
  }

  private async silent(accountIds: readonly string[]): Promise<Set<string>> {
    const rules = await this.database.manager.findBy(ReminderRuleEntity, { accountId: In([...accountIds]), disabledAt: Not(IsNull()) });
    return new Set(rules.map(({ accountId }) => accountId));
  }
}

import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { WORKER } from '../platform/queue/queues.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { EMAIL_CHANGE_ERASURE, EmailChangeErasure } from '../users/email-change/email-change-erasure.service.js';
import { INVITATION_ERASURE, InvitationErasure } from '../users/invitations/invitation-erasure.service.js';
import { LifeSweep } from './life/life-sweep.service.js';
import { Mover } from './moves/mover.service.js';

const BATCH = 100;
const ERASURE_SECONDS = 60;

/** A job only says 'look now': what was asked for stands in the worklist, and what is due in the enrollments themselves. */
@Processor('enrollments', WORKER)
export class EnrollmentsProcessor extends WorkerHost {
  private readonly logger = new Logger(EnrollmentsProcessor.name);

  constructor(
    private readonly worklist: Worklist,
    private readonly mover: Mover,
    private readonly life: LifeSweep,
    private readonly invitations: InvitationErasure,
    private readonly emailChanges: EmailChangeErasure,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.worklist.drain('release-move', 1, async ([moveId = '']) => this.mover.run(moveId));
    await this.worklist.drain('day-zone', BATCH, (accountIds) => this.life.followDays(accountIds));
    await this.life.turnDue();
    await this.erase(INVITATION_ERASURE, (id) => this.invitations.erase(id));
    await this.erase(EMAIL_CHANGE_ERASURE, (accountId) => this.emailChanges.erase(accountId));
  }

  /** @param eraseOne returns when the erasure is due, if that is later */
  private async erase(kind: string, eraseOne: (subjectId: string) => Promise<Temporal.Instant | null>): Promise<void> {
    for (;;) {
      const [claim] = await this.worklist.claim(kind, 1, ERASURE_SECONDS);
      if (!claim) return;
      try {
        const due = await eraseOne(claim.subjectId);
        if (due) await this.worklist.postpone(kind, claim.subjectId, due);
        else await this.worklist.settle(kind, [claim]);
      } catch (error) {
        this.logger.error({ err: error, kind, subject: claim.subjectId }, 'work failed; it is tried again');
      }
    }
  }
}

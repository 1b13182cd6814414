import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../platform/queue/queues.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { INVITATION_ERASURE, InvitationErasure } from '../users/invitations/invitation-erasure.service.js';
import { LifeSweep } from './life/life-sweep.service.js';
import { Mover } from './moves/mover.service.js';

const BATCH = 100;
const ERASURE_SECONDS = 60;

/** A job only says 'look now': what was asked for stands in the worklist, and what is due in the enrollments themselves. */
@Processor('enrollments', WORKER)
export class EnrollmentsProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly mover: Mover,
    private readonly life: LifeSweep,
    private readonly invitations: InvitationErasure,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.worklist.drain('release-move', 1, async ([moveId = '']) => this.mover.run(moveId));
    await this.worklist.drain('day-zone', BATCH, (accountIds) => this.life.followDays(accountIds));
    await this.life.turnDue();
    await this.eraseInvitations();
  }

  private async eraseInvitations(): Promise<void> {
    for (;;) {
      const [claim] = await this.worklist.claim(INVITATION_ERASURE, 1, ERASURE_SECONDS);
      if (!claim) return;
      const again = await this.invitations.erase(claim.subjectId);
      if (again) await this.worklist.postpone(INVITATION_ERASURE, claim.subjectId, again);
      else await this.worklist.settle(INVITATION_ERASURE, [claim]);
    }
  }
}

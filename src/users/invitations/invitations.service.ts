import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { emailKey } from '../../platform/mail/email-address.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../account.entity.js';
import { emailTaken } from '../users.contract.js';
import { InvitationErasure } from './invitation-erasure.service.js';
import { InvitationMailer } from './invitation-mailer.service.js';
import { invitationRows } from './invitation-rows.js';
import { InvitationEntity } from './invitation.entity.js';
import { alreadyInvited, INVITATION_DAYS, type Invitation, type NewInvitation } from './invitations.contract.js';

/** Invitations as admins send, list, resend and cancel them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: DataSource,
    private readonly mailer: InvitationMailer,
    private readonly erasure: InvitationErasure,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async invite(admin: Person, { email, name, accountRoles }: NewInvitation): Promise<Invitation> {
    const key = emailKey(email);
    await this.refuseTaken(key);
    await this.mailer.beforeSending(key);
    const id = uuidv7();
    const link = this.mailer.newLink();
    await this.database.transaction(async (tx) => {
      const sent = this.sentNow(admin);
      const row = {
        id,
        email,
        emailKey: key,
        name: name ?? null,
        accountRoles,
        tokenHash: link.tokenHash,
        invitedAt: sent.sentAt,
        invitedBy: admin.id,
        ...sent,
      };
      const { raw } = await tx.createQueryBuilder().insert().into(InvitationEntity).values(row).orIgnore().returning('id').execute();
      // Somebody else invited this address at the same moment.
      if ((raw as unknown[]).length === 0) throw invitedAlready();
      await this.mailer.write(tx, { id, email }, link);
      await this.erasure.schedule(tx, id, sent.expiresAt);
      await this.record(tx, admin, 'invitation-sent', { id, email, accountRoles });
    });
    this.mailer.send();
    return this.one(id);
  }

  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<{ items: Invitation[]; nextCursor: string | null }> {
    const [before] = readCursor(cursor, 1) ?? [null];
    const rows = await invitationRows(this.database.manager, this.clock.now().toString(), { before: before ? String(before) : null, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }

  async resend(admin: Person, id: string): Promise<Invitation> {
    const { emailKey: key } = await this.known(this.database.manager, id);
    await this.mailer.beforeSending(key);
    const link = this.mailer.newLink();
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.update(InvitationEntity, { id }, { tokenHash: link.tokenHash, ...this.sentNow(admin) });
      if (!affected) throw gone();
      const invitation = await this.known(tx, id);
      await this.mailer.write(tx, invitation, link);
      await this.erasure.schedule(tx, id, invitation.expiresAt);
      await this.record(tx, admin, 'invitation-resent', invitation);
    });
    this.mailer.send();
    return this.one(id);
  }

  async cancel(admin: Person, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const invitation = await this.known(tx, id);
      const { affected } = await tx.delete(InvitationEntity, { id });
      if (!affected) throw gone();
      await this.erasure.schedule(tx, id, new Date(this.clock.now().epochMilliseconds));
      await this.record(tx, admin, 'invitation-canceled', invitation);
    });
  }

  private async refuseTaken(key: string): Promise<void> {
    const account = await this.database.manager.findOneBy(AccountEntity, { emailKey: key });
    if (account?.deactivatedAt) throw new Problem(emailTaken, 'The account is deactivated. Reactivate it instead.');
    if (account) throw new Problem(emailTaken, 'Find the person in the list to change their account roles.');
    if (await this.database.manager.existsBy(InvitationEntity, { emailKey: key })) throw invitedAlready();
  }

  private sentNow(admin: Person): Pick<InvitationEntity, 'sentAt' | 'sentBy' | 'expiresAt'> {
    const now = this.clock.now();
    const expiresAt = new Date(now.add({ hours: INVITATION_DAYS * 24 }).epochMilliseconds);
    return { sentAt: new Date(now.epochMilliseconds), sentBy: admin.id, expiresAt };
  }

  private async known(tx: EntityManager, id: string): Promise<InvitationEntity> {
    const invitation = await tx.findOneBy(InvitationEntity, { id });
    if (!invitation) throw gone();
    return invitation;
  }

  private async one(id: string): Promise<Invitation> {
    const [invitation] = await invitationRows(this.database.manager, this.clock.now().toString(), { id });
    if (!invitation) throw gone();
    return invitation;
  }

  /** The id is the one that the account gets, so that the address goes with it when the account is deleted. */
  private async record(
    tx: EntityManager,
    by: Person,
    act: 'invitation-sent' | 'invitation-resent' | 'invitation-canceled',
    { id, email, accountRoles }: Pick<InvitationEntity, 'id' | 'email' | 'accountRoles'>,
  ): Promise<void> {
    await this.audit.record(tx, { act, by, subject: id, about: { email, accountRoles: [...accountRoles] } });
  }
}

const gone = () => new Problem(notFound, 'There is no such invitation. It was accepted or canceled.');
const invitedAlready = () => new Problem(alreadyInvited, 'Resend the invitation from the list.');

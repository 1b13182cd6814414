import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditedPeople } from '../platform/audit/audited-people.js';
import { ActiveSessions } from '../platform/auth/active-sessions.js';
import { PersonalTokens } from '../platform/auth/personal-tokens.js';
import { MailRecipients } from '../platform/mail/mail-recipients.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { AccountErasure } from './account-erasure.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { Admins } from './admins.service.js';
import { AuditedAccounts } from './audited-accounts.js';
import { DeactivationRecord } from './deactivation/deactivation-record.service.js';
import { DeactivationsController } from './deactivation/deactivations.controller.js';
import { DeactivationsService } from './deactivation/deactivations.service.js';
import { AllAccess } from './deactivation/all-access.service.js';
import { DeviceKeyController } from './device-key/device-key.controller.js';
import { DirectoryService } from './directory.service.js';
import { EmailChangeConfirmationService } from './email-change/email-change-confirmation.service.js';
import { EmailChangeController } from './email-change/email-change.controller.js';
import { EmailChangeEntity } from './email-change/email-change.entity.js';
import { EmailChangeErasure } from './email-change/email-change-erasure.service.js';
import { EmailChangeLinksService } from './email-change/email-change-links.service.js';
import { EmailChangesService } from './email-change/email-changes.service.js';
import { EmailConfirmationsController } from './email-confirmations/email-confirmations.controller.js';
import { EmailConfirmationsService } from './email-confirmations/email-confirmations.service.js';
import { EntryRules } from './entry-rules.service.js';
import { LinkConfirmationsService } from './email-confirmations/link-confirmations.service.js';
import { FirstAdminService } from './first-admin.service.js';
import { AcceptancesService } from './invitations/acceptances.service.js';
import { InvitationErasure } from './invitations/invitation-erasure.service.js';
import { InvitationMailer } from './invitations/invitation-mailer.service.js';
import { InvitationEntity } from './invitations/invitation.entity.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { PasswordLinksController } from './password-links/password-links.controller.js';
import { PasswordLinksService } from './password-links/password-links.service.js';
import { RegistrationPolicyController } from './registration/registration-policy.controller.js';
import { RegistrationPolicyEntity } from './registration/registration-policy.entity.js';
import { RegistrationPolicyService } from './registration/registration-policy.service.js';
import { SessionCookies } from './session-cookies.js';
import { LearnerHandover } from './learner-handover.service.js';
import { AccountMailRecipients } from './mail-recipients.service.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordReplacementService } from './password-replacement.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { PersonalTokenEntity } from './personal-tokens/personal-token.entity.js';
import { PersonalTokensController } from './personal-tokens/personal-tokens.controller.js';
import { PersonalTokensService } from './personal-tokens/personal-tokens.service.js';
import { PresentPasswordService } from './present-password.service.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { RefreshTokensService } from './refresh-tokens.service.js';
import { RegistrationsService } from './registrations.service.js';
import { RoleChangesService } from './role-changes.service.js';
import { SecurityNoticesService } from './security-notices/security-notices.service.js';
import { SessionEndsService } from './session-ends.service.js';
import { SessionEntity } from './session.entity.js';
import { SessionPresenter } from './session-presenter.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignInsController } from './sign-ins/sign-ins.controller.js';
import { SignInsService } from './sign-ins/sign-ins.service.js';
import { StandingAccessService } from './standing-access.service.js';

/** Global, because the guard of platform/auth asks it whose a session or a personal access token is. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[AccountEntity, AccountRoleEntity, SessionEntity, RefreshTokenEntity, PasswordResetEntity, PersonalTokenEntity],
      ...[EmailChangeEntity, RegistrationPolicyEntity, InvitationEntity],
    ]),
  ],
  controllers: [
    ...[SessionsController, SignInsController, AccountsController, EmailConfirmationsController, EmailChangeController, PersonalTokensController],
    ...[DeactivationsController, PasswordLinksController, RegistrationPolicyController, InvitationsController, DeviceKeyController],
  ],
  providers: [
    AccountsService,
    ...[AccountDeletionService, AccountErasure],
    ...[AccountRolesService, RoleChangesService],
    DirectoryService,
    PasswordChangeService,
    PasswordGuessesService,
    PasswordReplacementService,
    PasswordResetsService,
    PresentPasswordService,
    SecurityNoticesService,
    StandingAccessService,
    RefreshTokensService,
    SessionsService,
    SessionPresenter,
    SessionEndsService,
    SignInService,
    SignInsService,
    RegistrationsService,
    ...[EmailConfirmationsService, LinkConfirmationsService],
    ...[EmailChangesService, EmailChangeLinksService, EmailChangeConfirmationService, EmailChangeErasure],
    FirstAdminService,
    PersonalTokensService,
    ...[Admins, EntryRules, LearnerHandover, AllAccess, DeactivationRecord, DeactivationsService],
    ...[SessionCookies, RegistrationPolicyService, PasswordLinksService, InvitationMailer, InvitationsService, InvitationErasure, AcceptancesService],
    SessionLookup,
    { provide: MailRecipients, useClass: AccountMailRecipients },
    { provide: PersonalTokens, useExisting: PersonalTokensService },
    { provide: ActiveSessions, useExisting: SessionLookup },
    { provide: AuditedPeople, useClass: AuditedAccounts },
  ],
  exports: [
    ...[MailRecipients, PersonalTokens, ActiveSessions, AuditedPeople, AccountsService, AccountRolesService, FirstAdminService, SecurityNoticesService],
    ...[InvitationErasure, EmailChangeErasure],
  ],
})
export class UsersModule {}

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveSessions } from '../platform/auth/active-sessions.js';
import { PersonalTokens } from '../platform/auth/personal-tokens.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { DeviceKeyController } from './device-key/device-key.controller.js';
import { DirectoryService } from './directory.service.js';
import { EmailConfirmationsController } from './email-confirmations/email-confirmations.controller.js';
import { EmailConfirmationsService } from './email-confirmations/email-confirmations.service.js';
import { FirstAdminService } from './first-admin.service.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { PersonalTokenEntity } from './personal-tokens/personal-token.entity.js';
import { PersonalTokensController } from './personal-tokens/personal-tokens.controller.js';
import { PersonalTokensService } from './personal-tokens/personal-tokens.service.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { RegistrationsService } from './registrations.service.js';
import { SessionEntity } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

/** Global, because the guard of platform/auth asks it whose a session or a personal access token is. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccountEntity, AccountRoleEntity, SessionEntity, RefreshTokenEntity, PasswordResetEntity, PersonalTokenEntity])],
  controllers: [SessionsController, AccountsController, EmailConfirmationsController, PersonalTokensController, DeviceKeyController],
  providers: [
    AccountsService,
    AccountRolesService,
    DirectoryService,
    PasswordChangeService,
    PasswordGuessesService,
    PasswordResetsService,
    SessionsService,
    RegistrationsService,
    EmailConfirmationsService,
    FirstAdminService,
    PersonalTokensService,
    SessionLookup,
    { provide: PersonalTokens, useExisting: PersonalTokensService },
    { provide: ActiveSessions, useExisting: SessionLookup },
  ],
  exports: [PersonalTokens, ActiveSessions, AccountsService, AccountRolesService, FirstAdminService],
})
export class UsersModule {}

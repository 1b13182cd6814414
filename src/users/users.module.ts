import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountEntity } from './account.entity.js';
import { AccountRoleEntity } from './account-role.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { DirectoryService } from './directory.service.js';
import { FirstAdminService } from './first-admin.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { SessionEntity } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AccountEntity, AccountRoleEntity, SessionEntity, RefreshTokenEntity, PasswordResetEntity])],
  controllers: [SessionsController, AccountsController],
  providers: [AccountsService, AccountRolesService, DirectoryService, PasswordChangeService, PasswordResetsService, SessionsService, FirstAdminService],
  exports: [AccountsService, AccountRolesService, FirstAdminService],
})
export class UsersModule {}

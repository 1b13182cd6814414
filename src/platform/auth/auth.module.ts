import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessTokens } from './access-tokens.js';
import { JwtStrategy } from './jwt.strategy.js';
import { PermissionGuard } from './permission.guard.js';

@Global()
@Module({
  imports: [PassportModule, JwtModule.register({})],
  providers: [AccessTokens, JwtStrategy, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [AccessTokens],
})
export class AuthModule {}

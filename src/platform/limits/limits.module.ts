import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptCountEntity } from './attempt-count.entity.js';
import { Attempts } from './attempts.js';
import { KnownBrowsers } from './known-browsers.js';
import { RateLimits } from './rate-limits.js';
import { WriteLimitGuard } from './write-limit.guard.js';

/** What keeps one caller from doing too much at once. Imported after the module that checks tokens: guards run in that order. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AttemptCountEntity])],
  providers: [Attempts, KnownBrowsers, RateLimits, { provide: APP_GUARD, useClass: WriteLimitGuard }],
  exports: [Attempts, KnownBrowsers, RateLimits],
})
export class LimitsModule {}

import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { dataSourceOptions } from './database/data-source.js';
import { Statements } from './database/statements.js';
import { FileStore } from './files/file-store.js';
import { fileStoreOf } from './files/file-store-of.js';
import { Health } from './health/health.js';
import { VersionController } from './health/version.controller.js';
import { Measures } from './health/measures.js';
import type { LogStream } from './http/http-server.js';
import { SecurityLog } from './http/security-log.js';
import type { QueueStore } from './queue/backend.js';
import { QueueModule } from './queue/queue.module.js';
import { Clock } from './time/clock.js';
import { WorkEntity } from './worklist/work.entity.js';
import { Worklist } from './worklist/worklist.js';

/** Where this process finds its stores, and what it is told from outside. */
export interface Ground {
  config: Config;
  databaseUrl: string;
  queueStore: QueueStore;
  /** Another one than the system's, for tests and for the demo school. */
  clock?: Clock;
  /** Where log lines go, if not to the standard output. */
  log?: LogStream;
}

const SHARED = [Statements, Worklist, Health, Measures, SecurityLog];

/** What every feature stands on; knows no feature. */
@Module({})
export class PlatformModule {
  static on({ config, databaseUrl, queueStore, clock = new Clock() }: Ground): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.of(config),
        // The boot has waited for the database already.
        TypeOrmModule.forRoot({ ...dataSourceOptions(databaseUrl, config), autoLoadEntities: true, retryAttempts: 0 }),
        TypeOrmModule.forFeature([WorkEntity]),
        QueueModule.on(queueStore),
      ],
      controllers: [VersionController],
      providers: [...SHARED, { provide: Clock, useValue: clock }, { provide: FileStore, useValue: fileStoreOf(config) }],
      exports: [...SHARED, Clock, FileStore, ConfigModule],
    };
  }
}

import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { migrations } from '../../../migrations/index.js';
import type { Settings } from '../config/config.js';
import { sessionOf } from './session.js';
import { SnakeNames } from './snake-names.js';
import { setTypeParsers } from './type-parsers.js';

const IDLE_IN_TRANSACTION_MS = 60_000;

/** The settings that the connection needs; a test or a command line may give them alone. */
export type DatabaseConfig = Pick<Settings, 'DAYMARK_ROLES' | 'DAYMARK_DATABASE_POOL' | 'DAYMARK_STATEMENT_TIMEOUT_MS'>;

/**
 * How Daymark connects: for Nest (`TypeOrmModule.forRoot({ ...dataSourceOptions(url, config), autoLoadEntities: true })`), migrations and
 * tests alike. Migrations never run by themselves: `runAllMigrations` runs them at boot, before any module is built.
 */
export function dataSourceOptions(url: string, config: DatabaseConfig): PostgresDataSourceOptions {
  setTypeParsers();
  const onConnect = sessionOf({ statementTimeoutMs: config.DAYMARK_STATEMENT_TIMEOUT_MS, idleInTransactionMs: IDLE_IN_TRANSACTION_MS });
  return {
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNames(),
    synchronize: false,
    applicationName: `daymark ${config.DAYMARK_ROLES}`,
    connectTimeoutMS: 3_000,
    poolSize: config.DAYMARK_DATABASE_POOL,
    extra: { keepAlive: true, onConnect },
  };
}

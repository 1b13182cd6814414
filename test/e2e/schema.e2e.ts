import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { freshDatabase, startDaymark, testConfig } from '../support/daymark.js';

describe('the schema', () => {
  const daymark = startDaymark();

  it('is after migrating what the entities declare', async () => {
    const { options } = daymark.database;
    // TypeORM reads several tables at once through one connection, which pg allows in pipeline mode alone.
    const source = await new DataSource({ ...options, extra: { ...options.extra, pipeline: true } } as DataSourceOptions).initialize();
    try {
      expect(source.entityMetadatas.length).toBe(daymark.database.entityMetadatas.length);
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('goes all the way back, and forward again', async () => {
    const database = await freshDatabase();
    const source = await new DataSource(dataSourceOptions(database.url, testConfig())).initialize();
    const tables = async () =>
      (await source.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`)).map(
        ({ name }) => name,
      );
    try {
      const all = await tables();
      for (const _ of source.migrations) await source.undoLastMigration();
      expect(await tables()).toEqual(['migration']);
      await source.runMigrations();
      expect(await tables()).toEqual(all);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});

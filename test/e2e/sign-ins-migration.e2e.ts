import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { listSessions } from '../../src/users/sign-ins/sign-ins.contract.js';
import { startDaymark, testConfig } from '../support/daymark.js';

describe('a sign-in from before there was a list of them', () => {
  const daymark = startDaymark({ settings: { DAYMARK_PUBLIC_URL: 'https://daymark.example' } });

  it('is in the list after migrating, with the hour of its last use, and continues under the old name of the cookie', async () => {
    const person = await daymark.someone();
    const token = person.cookie!.split('=')[1]!;
    const source = await new DataSource(dataSourceOptions(daymark.databaseUrl, testConfig())).initialize();
    try {
      const isMigrated = async () =>
        (await source.query<object[]>(`select from information_schema.columns where table_name = 'session' and column_name = 'last_seen_at'`)).length > 0;
      while (await isMigrated()) await source.undoLastMigration();
      await source.query(`update session set created_at = created_at - interval '1 day 5 hours' where account_id = $1`, [person.id]);
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    // The refresh token says when it was last continued, long after the sign-in.
    const hour = daymark.clock.now().round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString({ smallestUnit: 'millisecond' });
    expect(await person.call(listSessions, {})).toMatchObject({ items: [{ browser: null, system: null, lastSeenAt: hour, isCurrent: true }] });
    const headers = { cookie: `daymark_refresh=${token}`, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0' };
    const renewed = await fetch(`${daymark.url}/api/v1/sessions/current`, { method: 'PUT', headers });
    expect(renewed.status).toBe(200);
    expect(renewed.headers.getSetCookie()[0]).toMatch(/^__Host-daymark_refresh=/);
    expect(await person.call(listSessions, {})).toMatchObject({ items: [{ browser: 'Firefox', system: 'Linux' }] });
  });
});

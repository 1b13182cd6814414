import { dataFolder, isAlive, postmasterOf, removeFolder, StartedDaymark } from './started-daymark.js';

describe('npm start', () => {
  const folder = dataFolder();
  let daymark: StartedDaymark;

  beforeAll(async () => {
    // The first start also makes the database; what follows are second starts.
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
    await daymark.ready();
    await daymark.stop('SIGTERM');
  }, 240_000);
  afterEach(() => daymark.kill());
  afterAll(() => removeFolder(folder));

  it.each([
    ['SIGINT', 'itself'],
    ['SIGTERM', 'itself'],
    ['SIGINT', 'its group'],
    ['SIGTERM', 'its group'],
  ] as const)(
    'is ready, and after %s to %s ends with code 0 and leaves nothing',
    async (signal, to) => {
      daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
      await daymark.ready();
      const database = postmasterOf(folder);
      expect(isAlive(database)).toBe(true);
      expect(await daymark.stop(signal, to)).toEqual({ code: 0, signal: null });
      expect([isAlive(-daymark.pid), isAlive(database), postmasterOf(folder)]).toEqual([false, false, 0]);
      await expect(fetch(daymark.url)).rejects.toThrow('fetch failed');
    },
    60_000,
  );

  it('says where it is, and neither installs nor builds anew', async () => {
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
    await daymark.ready();
    await daymark.stop('SIGTERM');
    expect(daymark.output).toContain(`Daymark is ready at ${daymark.url}`);
    expect(daymark.output).not.toMatch(/Installing|Building/);
  }, 240_000);

  it('can be stopped while it is still starting', async () => {
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
    await daymark.says('Starting the database');
    expect(await daymark.stop('SIGINT', 'its group')).toEqual({ code: 0, signal: null });
    expect([isAlive(-daymark.pid), postmasterOf(folder)]).toEqual([false, 0]);
  }, 240_000);
});

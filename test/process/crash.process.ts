import { dataFolder, isAlive, postmasterOf, removeFolder, StartedDaymark } from './started-daymark.js';

describe('after kill -9 of everything', () => {
  const folder = dataFolder();
  const people = ['ada', 'grace', 'edith'].map((name) => ({ email: `${name}@harbour.example`, password: 'a good long password', name, timeZone: 'UTC' }));
  let daymark: StartedDaymark;
  const start = async () => {
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder });
    await daymark.ready();
  };

  afterEach(() => daymark.kill());
  afterAll(() => removeFolder(folder));

  it.each([
    ['while the database goes on', false],
    ['of the database too', true],
  ])(
    'the next start works and has lost nothing that was acknowledged: %s',
    async (_, killsDatabase) => {
      await start();
      const database = postmasterOf(folder);
      const answers = await Promise.all(people.map((person) => daymark.post('/accounts', { ...person, email: `${killsDatabase}.${person.email}` })));
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(await daymark.stop('SIGKILL', 'its group')).toMatchObject({ signal: 'SIGKILL' });
      expect(isAlive(database)).toBe(true);
      if (killsDatabase) process.kill(database, 'SIGKILL');

      await start();
      for (const { email, password } of people) expect((await daymark.post('/sessions', { email: `${killsDatabase}.${email}`, password })).ok).toBe(true);
      if (!killsDatabase) expect(postmasterOf(folder)).toBe(database);
      expect(await daymark.stop('SIGTERM')).toEqual({ code: 0, signal: null });
      expect([isAlive(database), postmasterOf(folder)]).toEqual([false, 0]);
    },
    120_000,
  );
});

import { dataFolder, isAlive, postmasterOf, removeFolder, StartedDaymark } from './started-daymark.js';

describe('npm run account -- reset', () => {
  const folder = dataFolder();
  const settings = { DAYMARK_DATA_DIR: folder };
  const email = 'ada@harbour.example';
  let daymark: StartedDaymark | undefined;

  afterEach(() => daymark?.kill());
  afterAll(() => removeFolder(folder));

  /** Runs the command to its end, and answers the password that it shows. */
  async function reset(): Promise<string> {
    const command = await StartedDaymark.run(settings, ['npm', 'run', '--silent', 'account', '--', 'reset', email]);
    expect(await command.ended).toEqual({ code: 0, signal: null });
    return /shown this once: (\S+)/.exec(command.output)?.[1] ?? '';
  }

  const signsIn = async (at: StartedDaymark, password: string) => (await at.post('/sessions', { email, password })).ok;

  it('works beside a Daymark that runs, and on its own, when it starts and stops the database itself', async () => {
    daymark = await StartedDaymark.run(settings);
    await daymark.ready();
    await daymark.post('/accounts', { email, password: 'a good long password', name: 'Ada', timeZone: 'UTC' });
    expect(await signsIn(daymark, await reset())).toBe(true);
    expect(isAlive(postmasterOf(folder))).toBe(true);
    await daymark.stop('SIGTERM');

    const password = await reset();
    expect(postmasterOf(folder)).toBe(0);
    daymark = await StartedDaymark.run(settings);
    await daymark.ready();
    expect(await signsIn(daymark, password)).toBe(true);
    await daymark.stop('SIGTERM');
  }, 120_000);
});

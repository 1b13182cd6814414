import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
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
  }, 240_000);

  it('shows how it is used, and starts no database for that', async () => {
    const unused = dataFolder();
    for (const [args, code] of [
      [['--help'], 0],
      [['reset'], 2],
      [['remove', email], 2],
    ] as const) {
      const command = await StartedDaymark.run({ DAYMARK_DATA_DIR: unused }, ['npm', 'run', '--silent', 'account', '--', ...args]);
      expect(await command.ended).toEqual({ code, signal: null });
      expect(command.output).toContain('npm run account -- reset EMAIL');
    }
    expect(readdirSync(unused)).toEqual([]);
    removeFolder(unused);
  }, 120_000);
});

describe('npm run curriculum', () => {
  const folder = dataFolder();
  afterAll(() => removeFolder(folder));

  /** Runs the command to its end: its exit code and what it printed, its words on starting the database left out. */
  async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
    const command = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder }, ['npm', 'run', '--silent', 'curriculum', '--', ...args]);
    const { code, signal } = await command.ended;
    const said = command.output.replace(/^Starting the database.*\n/m, '');
    // Compares the output too, so that a failure shows why the database is still running.
    expect({ postmaster: postmasterOf(folder), signal, said }).toEqual({ postmaster: 0, signal: null, said });
    return { code, said };
  }

  /** Does in the database what people would have done in the web app meanwhile. */
  async function meanwhile(...statements: string[]): Promise<void> {
    const postgres = await startEmbeddedPostgres(folder);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    for (const sql of statements) await client.query(sql);
    await client.end();
    await postgres.stop();
  }

  it('imports, tells what would change before it does, and exports the same to the byte', async () => {
    const text = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8').replace('slug: certified-mlops-engineer', 'slug: of-our-own');
    const [first, second, exported] = ['first.yaml', 'second.yaml', 'exported.yaml'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(first, text);
    writeFileSync(second, text.replace('weightPercent: 30', 'weightPercent: 20').replace('weightPercent: 30', 'weightPercent: 40'));
    expect(await run('import', first)).toEqual({ code: 0, said: 'Certified MLOps Engineer is published as release 1.\n' });

    await meanwhile(
      `insert into account (id, email, email_key, name, time_zone, created_at)
       values ('018f0000-0000-7000-8000-000000000001', 'wren@harbour.example', 'wren@harbour.example', 'Wren', 'UTC', now())`,
      `insert into enrollment (id, learner_id, level_id, release_id, state, started_on, exam_on, weekly_minutes, created_at)
       select '018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000001', level.id, release.id, 'active', current_date, current_date + 60,
         '{60,60,60,60,60,60,0}', now()
       from certification join level on level.certification_id = certification.id and level.slug = 'foundation'
       join release on release.certification_id = certification.id where certification.slug = 'of-our-own'`,
    );
    const concerned = (be: string) => [`1 under way ${be} on older releases, 1 of whom can be moved in the web app:`, '- MLOps Foundation: 1 on release 1', ''];
    const changes = [
      '- MLOps Foundation: the skill “The ML lifecycle” weighs 20% instead of 30%',
      '- MLOps Foundation: the skill “Versioning of data and code” weighs 40% instead of 30%',
    ];
    expect(await run('import', second, '--dry-run')).toEqual({
      code: 0,
      said: ['Certified MLOps Engineer would become release 2. Nothing was published.', ...changes, ...concerned('would be')].join('\n'),
    });
    expect((await run('import', second)).said).toBe(['Certified MLOps Engineer is published as release 2.', ...concerned('are')].join('\n'));
    expect(await run('diff', 'of-our-own', '1', '2')).toEqual({ code: 0, said: [...changes, ''].join('\n') });

    await meanwhile(
      `insert into draft (slug, document, revision, saved_at)
       select certification.slug, jsonb_set(document, '{host}', '"Another host"'), 1, now()
       from certification join release on release.certification_id = certification.id and release.number = 2 where certification.slug = 'of-our-own'`,
    );
    expect(await run('diff', 'of-our-own', '2', 'draft')).toEqual({ code: 0, said: '- The certification: host reworded\n' });
    expect((await run('diff', 'of-our-own', '1', 'draft')).said).toBe(['- The certification: host reworded', ...changes, ''].join('\n'));
    expect(await run('diff', 'certified-mlops-engineer', '1', 'draft')).toEqual({ code: 1, said: 'There is no such draft.\n' });

    const { said } = await run('export', 'of-our-own');
    writeFileSync(exported, said);
    expect((await run('import', exported)).said).toContain('the same as release 2');
    expect((await run('export', 'of-our-own')).said).toBe(said);

    const json = (await run('export', 'of-our-own', '--json')).said;
    expect(JSON.parse(json)).toMatchObject({ slug: 'of-our-own', title: 'Certified MLOps Engineer' });
    writeFileSync(exported, json);
    expect((await run('import', exported)).said).toContain('the same as release 2');

    writeFileSync(second, text.replace('weightPercent: 30', 'weightPercent: 300'));
    expect(await run('import', second)).toEqual({ code: 1, said: expect.stringContaining('levels.0.skills.0.weightPercent: Must be from 0 to 100') as string });
    writeFileSync(second, '- 1\n'.repeat(2_500_000));
    expect(await run('check', second)).toEqual({ code: 1, said: expect.stringContaining('too many parts') as string });
    expect(await run('export', 'nothing-here')).toEqual({ code: 1, said: 'There is no certification nothing-here.\n' });
  }, 240_000);
});

describe('the help of npm start and npm run curriculum', () => {
  const HELP: [string[], string][] = [
    [['npm', 'start', '--', '--help'], 'npm start -- --demo'],
    [['npm', 'run', '--silent', 'curriculum', '--', '--help'], 'curriculum -- check FILE'],
  ];

  it.each(HELP)(
    '%j prints the usage',
    async (line, usage) => {
      const command = await StartedDaymark.run({}, line);
      expect(await command.ended).toEqual({ code: 0, signal: null });
      expect(command.output).toContain(usage);
    },
    240_000,
  );

  it('refuses a mistyped option of npm start before it touches any data', async () => {
    const unused = dataFolder();
    const command = await StartedDaymark.run({ DAYMARK_DATA_DIR: unused }, ['npm', 'start', '--', '--dmeo']);
    expect(await command.ended).toEqual({ code: 1, signal: null });
    expect(command.output).toContain("npm start doesn't know --dmeo.");
    expect(postmasterOf(unused)).toBe(0);
    removeFolder(unused);
  }, 240_000);
});

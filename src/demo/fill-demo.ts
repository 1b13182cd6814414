import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { StartFault } from '../platform/boot/start-fault.js';
import type { Ground } from '../platform/platform.module.js';
import { Clock } from '../platform/time/clock.js';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import { newPassword } from '../users/tokens.js';
import { keepDemoAccounts, keptDemoAccounts, type DemoAccounts } from './demo-accounts.js';
import { LivedThrough } from './lived-through.js';
import { LEARNERS, MENTORS } from './school.js';
import { SetClock } from './set-clock.js';

const DOMAIN = 'demo.daymark.example';
export const demoEmail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@${DOMAIN}`;

/**
 * Fills an empty Daymark with a small school, once, and answers how to sign in. Refused when anybody but the first admin and the demo's
 * own people has an account: nobody wants invented learners among real ones.
 */
export async function fillDemo(ground: Ground): Promise<string[]> {
  const now = (ground.clock ?? new Clock()).now();
  const clock = new SetClock(now);
  const config = { ...ground.config, DAYMARK_ROLES: 'api' as const };
  const app = await NestFactory.createApplicationContext(AppModule.on({ ...ground, config, clock }), { logger: false, abortOnError: false });
  try {
    const known = await alreadyThere(app, config.DAYMARK_DATA_DIR);
    if (known) return greeting(known);
    await app.get(CurriculumService).importShipped();
    const password = newPassword();
    const school = new LivedThrough(app, clock, now, password, demoEmail);
    await school.live();
    const accounts: DemoAccounts = {
      admin: { email: demoEmail('admin'), password },
      mentor: { email: demoEmail(MENTORS[0]), password },
      learner: { email: demoEmail(LEARNERS[0]!.name), password },
    };
    keepDemoAccounts(config.DAYMARK_DATA_DIR, accounts);
    return greeting(accounts);
  } finally {
    await app.close();
  }
}

/** The accounts of a demo that was filled before; refuses where real people are, or where a filling was broken off. */
async function alreadyThere(app: INestApplicationContext, dataDir: string): Promise<DemoAccounts | undefined> {
  const rows = await app
    .get(DataSource)
    .query<{ email: string; roles: string[] }[]>(
      'select email_key as email, array(select role from account_role r where r.account_id = a.id) as roles from account a',
    );
  const demo = rows.filter(({ email }) => email.endsWith(`@${DOMAIN}`));
  const kept = keptDemoAccounts(dataDir);
  // Filled before. Nobody is added to it, so it does not matter who registered or changed their address since.
  if (demo.length > 0 && kept) return kept;
  const others = rows.filter(({ email }) => !email.endsWith(`@${DOMAIN}`));
  const isOnlyFirstAdmin = others.length <= 1 && others.every(({ roles }) => roles.includes('admin'));
  if (!isOnlyFirstAdmin)
    throw new StartFault('This Daymark has people of its own, so no demo school is put among them: use --demo with an empty data folder or database.');
  if (demo.length === 0) return undefined;
  throw new StartFault('The demo school was not filled to its end: delete the data folder or database, and start with --demo again.');
}

const greeting = ({ admin, mentor, learner }: DemoAccounts): string[] => [
  '',
  'The demo school. Sign in as',
  ...Object.entries({ learner, mentor, admin }).map(([who, { email, password }]) => `  ${who.padEnd(8)} ${email}  ${password}`),
  '',
];

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Credentials = z.object({ email: z.string(), password: z.string() });

/** How to sign in as each kind of person of the demo school. */
export const DemoAccounts = z.object({ admin: Credentials, mentor: Credentials, learner: Credentials });
export type DemoAccounts = z.output<typeof DemoAccounts>;

const fileIn = (dataDir: string) => join(dataDir, 'demo-accounts.json');

/** Kept beside the data, readable by the owner alone. */
export function keepDemoAccounts(dataDir: string, accounts: DemoAccounts): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fileIn(dataDir), 0o600);
}

export function keptDemoAccounts(dataDir: string): DemoAccounts | undefined {
  return existsSync(fileIn(dataDir)) ? DemoAccounts.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))) : undefined;
}

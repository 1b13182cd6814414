import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { boot } from '../platform/boot/boot.js';
import { explainFault, StartFault } from '../platform/boot/start-fault.js';
import { readEnvironment } from '../platform/config/environment.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Clock } from '../platform/time/clock.js';
import { PublishingService } from './publishing.service.js';
import { readCurriculum } from './read-curriculum.js';

const USAGE = 'Say what to do: npm run curriculum -- check FILE, or npm run curriculum -- publish FILE';

/** Checks a curriculum file, or publishes it as an admin would over the API: `npm run curriculum -- publish curricula/mine.yaml`. */
async function main([verb, file, ...more]: readonly string[]): Promise<string> {
  if ((verb !== 'check' && verb !== 'publish') || !file || more.length > 0) throw new StartFault(USAGE);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartFault(`${file} cannot be read.`);
  });
  const { faults } = readCurriculum(text);
  if (faults) throw new StartFault([`${file} has faults:`, ...faults.map(({ path, message }) => `  ${path ? `${path}: ` : ''}${message}`)].join('\n'));
  return verb === 'check' ? `${file} has no fault.` : publish(text);
}

async function publish(text: string): Promise<string> {
  const settings = readEnvironment();
  const ground = await boot(settings, { isCommand: true });
  try {
    const database = await new DataSource(dataSourceOptions(ground.databaseUrl, settings)).initialize();
    const { title, release, published } = await new PublishingService(database, new Clock()).publish(text, null).finally(() => database.destroy());
    return published ? `${title} is published as release ${release}.` : `${title} is the same as release ${release}; nothing was published.`;
  } finally {
    await ground.stopDatabase();
  }
}

await main(process.argv.slice(2)).then(
  (said) => void process.stdout.write(`${said}\n`),
  (error: unknown) => {
    process.stderr.write(`${explainFault(error)}\n`);
    process.exitCode = 1;
  },
);

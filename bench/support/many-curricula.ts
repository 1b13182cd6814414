/** A Daymark full of certifications, for what must stay quick when there are many. */
import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { PublishingService } from '../../src/curriculum/publishing.service.js';
import { Audit } from '../../src/platform/audit/audit.js';
import { readConfig } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Clock } from '../../src/platform/time/clock.js';
import { AuditedAccounts } from '../../src/users/audited-accounts.js';

/** In each of them about a third of the longer words are others: curricula of many subjects have many words in all. */
const DIALECTS = 40;
const NAMES = ['slug', 'track', 'focus', 'shows', 'level', 'levels', 'kind', 'rule', 'basis', 'group', 'link'];

/** Publishes the shipped curriculum so many times under names of their own, each in a dialect. */
export async function publishMany(databaseUrl: string, count: number): Promise<void> {
  const shipped: unknown = parse(await readFile('curricula/certified-mlops-engineer.yaml', 'utf8'));
  const database = await new DataSource(dataSourceOptions(databaseUrl, readConfig({}))).initialize();
  try {
    const publishing = new PublishingService(database, new Audit(new AuditedAccounts(), new Clock()), new Clock());
    for (let n = 0; n < count; n++) {
      const document = Object.assign({}, inDialect(shipped, n % DIALECTS), { slug: `certification-${n}` });
      await publishing.publish(JSON.stringify(document), 'command-line');
    }
  } finally {
    await database.destroy();
  }
}

/** Titles and prose in a dialect; what names something stays. */
function inDialect(value: unknown, dialect: number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => inDialect(each, dialect, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, inDialect(held, dialect, name)]));
  if (typeof value !== 'string' || NAMES.includes(key)) return value;
  return value.replaceAll(/[a-z]{5,}/g, (word) => (hash(`${word}${dialect}`) % 3 === 0 ? otherWord(word, dialect) : word));
}

const SYLLABLES = ['ba', 'cor', 'den', 'fi', 'gul', 'ha', 'jo', 'kel', 'lum', 'mi', 'nor', 'pa', 'quin', 'ros', 'ta', 'vel', 'wo', 'xi', 'yar', 'zen'];
const otherWord = (word: string, dialect: number): string => {
  const seed = hash(`${dialect} ${word}`);
  return [1, 20, 400].map((step) => SYLLABLES[Math.floor(seed / step) % SYLLABLES.length]).join('');
};

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

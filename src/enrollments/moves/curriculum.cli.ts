import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { boot } from '../../platform/boot/boot.js';
import { explainFault, StartFault } from '../../platform/boot/start-fault.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Statements } from '../../platform/database/statements.js';
import { Problem } from '../../platform/http/problem.js';
import { faultText, textOf } from '../../platform/text/text-of.js';
import { Clock } from '../../platform/time/clock.js';
import type { ToldChange } from '../../curriculum/curriculum.contract.js';
import type { CurriculumDocument } from '../../curriculum/curriculum-document.contract.js';
import { DraftsService } from '../../curriculum/drafts/drafts.service.js';
import { DraftCountsService } from '../../curriculum/drafts/draft-counts.service.js';
import { EditionsService } from '../../curriculum/editions.service.js';
import { PublishingService } from '../../curriculum/publishing.service.js';
import { readCurriculumAside } from '../../curriculum/read-aside.js';
import { ReleaseHistoryService } from '../../curriculum/release-history.service.js';
import { Releases } from '../../curriculum/releases.js';
import { AuditedAccounts } from '../../users/audited-accounts.js';
import { ImpactService } from './impact.service.js';
import type { Impact, LevelImpact } from './moves.contract.js';
import type { CurriculumPreview } from './preview.contract.js';
import { PreviewService } from './preview.service.js';

const USAGE = `Usage:
  npm run -s curriculum -- check FILE              lists every error in a file
  npm run -s curriculum -- import FILE [--dry-run] publishes it as the next release, or shows what that would change
  npm run -s curriculum -- export SLUG [--json]    prints the current release as YAML, or as JSON
  npm run -s curriculum -- diff SLUG FROM TO       shows what changed between two releases, by their numbers; TO may be 'draft'`;

type Database = DataSource;

/** Checks, imports, exports and compares curricula from the command line. Starts the embedded database if it is not running. */
async function main(args: readonly string[]): Promise<string> {
  const { values, positionals } = parsed(args);
  if (values.help) return `${USAGE}\n`;
  const [verb, subject, ...more] = positionals;
  if (!subject || more.length !== (verb === 'diff' ? 2 : 0) || (values['dry-run'] && verb !== 'import') || (values.json && verb !== 'export'))
    throw new StartFault(USAGE);
  if (verb === 'check') return check(subject);
  if (verb === 'import') return bringIn(subject, values['dry-run']);
  if (verb === 'export') return withDatabase((database) => new ReleaseHistoryService(database).exported(subject, values.json ? 'json' : 'yaml'));
  if (verb === 'diff') return withDatabase((database) => differences(database, subject, more));
  throw new StartFault(USAGE);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch {
    throw new StartFault(USAGE);
  }
}

async function check(file: string): Promise<string> {
  await documentIn(file);
  return `${file} has no fault.\n`;
}

async function bringIn(file: string, isDryRun: boolean): Promise<string> {
  const document = await documentIn(file);
  return withDatabase(async (database) => {
    const preview = await previewOf(database, document);
    if (isDryRun) return told(preview);
    const { title, release, published } = await publishingOn(database).publishDocument(document, 'command-line');
    if (!published) return `${title} is the same as release ${release}; nothing was published.\n`;
    return `${title} is published as release ${release}.\n${concerned(preview.impact, 'are')}`;
  });
}

function previewOf(database: Database, document: CurriculumDocument): Promise<CurriculumPreview> {
  const editions = new EditionsService(database, new Releases(new Statements(database)));
  return new PreviewService(new ReleaseHistoryService(database), new ImpactService(database, editions)).of(document);
}

const publishingOn = (database: Database) => new PublishingService(database, new Audit(new AuditedAccounts(), new Clock()), new Clock());

/** What a file holds; every fault by its path where it has any. */
async function documentIn(file: string): Promise<CurriculumDocument> {
  const { document, faults } = await readCurriculumAside(await textIn(file));
  if (faults) throw new StartFault([`${file} has faults:`, ...faults.map(({ path, message }) => `  ${path ? `${path}: ` : ''}${message}`)].join('\n'));
  return document;
}

function told({ title, current, changes, impact }: CurriculumPreview): string {
  if (current === null) return `${title} would be new here, as release 1. Nothing was published.\n`;
  if (changes.length === 0) return `${title} is the same as release ${current}; nothing would be published.\n`;
  return `${title} would become release ${current + 1}. Nothing was published.\n${listed(changes)}${concerned(impact, 'would be')}`;
}

/** Whom a release concerns, level by level; nothing where that is nobody. */
function concerned({ enrollments, movable, levels }: Impact, be: 'are' | 'would be'): string {
  if (enrollments === 0) return '';
  const lines = levels.map(({ level, release, enrollments: count, gains, loses, stays }) => {
    const parts = (what: string, { skills, projects }: LevelImpact['gains']) =>
      skills.length + projects.length > 0 ? [`${what} ${[...skills, ...projects].map((part) => `“${part}”`).join(', ')}`] : [];
    const stay =
      stays === 'level-gone' ? ['cannot be moved: the level is gone'] : stays === 'level-not-open' ? ['cannot be moved: the level has no weights'] : [];
    return `- ${[`${level.title}: ${count} on release ${release}`, ...parts('gain', gains), ...parts('lose', loses), ...stay].join('; ')}\n`;
  });
  return `${enrollments} under way ${be} on older releases, ${movable} of whom can be moved in the web app:\n${lines.join('')}`;
}

async function differences(database: Database, slug: string, [from = '', to = '']: readonly string[]): Promise<string> {
  const [since, number] = [Number(from), Number(to)];
  if (!Number.isInteger(since) || (to !== 'draft' && !Number.isInteger(number))) throw new StartFault(USAGE);
  const releases = new ReleaseHistoryService(database);
  const { changes } =
    to === 'draft'
      ? await new DraftsService(database, releases, new DraftCountsService(database), new Audit(new AuditedAccounts(), new Clock()), new Clock()).read(
          slug,
          since,
        )
      : await releases.read(slug, number, { since });
  return changes.length === 0 ? `Release ${from} and ${to === 'draft' ? 'the draft' : to} hold the same.\n` : listed(changes);
}

const listed = (changes: readonly ToldChange[]) => changes.map(({ words }) => `- ${words}\n`).join('');

async function textIn(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new StartFault(`${file} cannot be read.`);
  });
  const { text, faults } = textOf(bytes);
  if (faults.length > 0) throw new StartFault([`${file} has faults:`, ...faults.map((fault) => `  ${faultText(fault)}`)].join('\n'));
  return text;
}

async function withDatabase(use: (database: Database) => Promise<string>): Promise<string> {
  const settings = readEnvironment();
  const ground = await boot(settings, { isCommand: true });
  try {
    const database = await new DataSource(dataSourceOptions(ground.databaseUrl, settings)).initialize();
    return await use(database).finally(() => database.destroy());
  } catch (error) {
    throw error instanceof Problem ? new StartFault(error.message) : error;
  } finally {
    await ground.stopDatabase();
  }
}

await main(process.argv.slice(2)).then(
  (said) => void process.stdout.write(said),
  (error: unknown) => {
    process.stderr.write(`${explainFault(error)}\n`);
    process.exitCode = 1;
  },
);

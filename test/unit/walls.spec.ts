import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.cwd();

/** Which walls a tree of these files breaks, as dependency-cruiser names them. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'daymark-walls-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) copyFileSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const folders = ['src', 'web'].filter((folder) => Object.keys(files).some((path) => path.startsWith(`${folder}/`)));
    const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { stdout } = await run(process.execPath, [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders], {
      cwd: tree,
    }).catch((error: { stdout: string }) => error);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))];
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const value = 'export const value = 1;\n';
const takes = (path: string) => `import { value } from '${path}';\nexport const taken = value;\n`;

describe('the walls of the house', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a lower feature imports a higher one', 'users-imports-only-downward', { 'src/users/a.ts': takes('../plans/b.js'), 'src/plans/b.ts': value }],
    ['a feature imports one of its own tier', 'today-imports-only-downward', { 'src/today/a.ts': takes('../mentoring/b.js'), 'src/mentoring/b.ts': value }],
    ['a feature imports the demo', 'reminders-imports-only-downward', { 'src/reminders/a.ts': takes('../demo/b.js'), 'src/demo/b.ts': value }],
    ['platform knows a feature', 'platform-knows-no-feature', { 'src/platform/a.ts': takes('../users/b.js'), 'src/users/b.ts': value }],
    ['a folder has no place in the order', 'every-folder-has-its-tier', { 'src/helpers/a.ts': takes('./b.js'), 'src/helpers/b.ts': value }],
    [
      'two files import each other',
      'no-circle',
      {
        'src/users/a.ts': `import { b } from './b.js';\nexport const a = () => b;\n`,
        'src/users/b.ts': `import { a } from './a.js';\nexport const b = () => a;\n`,
      },
    ],
    ['a contract imports code', 'contracts-are-plain', { 'src/users/a.contract.ts': takes('./b.js'), 'src/users/b.ts': value }],
    [
      'the planner reads the clock',
      'domain-is-pure',
      { 'src/plans/scheduling/schedule-plan.ts': takes('../../platform/time/clock.js'), 'src/platform/time/clock.ts': value },
    ],
    ['the web app imports more than contracts', 'web-sees-contracts-only', { 'web/src/a.ts': takes('@server/users/b'), 'src/users/b.ts': value }],
    ['an import leads nowhere', 'nothing-unresolved', { 'src/users/a.ts': takes('./gone.js') }],
  ])('do not stand when %s', async (_, wall, files) => {
    expect(await broken(files)).toContain(wall);
  });

  it('let a higher feature import a lower one, and the web app a contract', async () => {
    const files = { 'src/plans/a.ts': takes('../users/b.contract.js'), 'src/users/b.contract.ts': value, 'web/src/a.ts': takes('@server/users/b.contract') };
    expect(await broken(files)).toEqual([]);
  });
});

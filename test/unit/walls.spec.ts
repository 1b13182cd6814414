import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = process.cwd();

interface Violation {
  rule: { name: string };
  from: string;
}

/** Which walls each file of a tree breaks, as dependency-cruiser names them. */
async function brokenBy(files: Record<string, string>): Promise<Map<string, string[]>> {
  const tree = mkdtempSync(join(tmpdir(), 'daymark-walls-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) copyFileSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { stdout } = await run(process.execPath, [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'web'], {
      cwd: tree,
    }).catch((error: { stdout: string }) => error);
    const broken = new Map<string, string[]>();
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    for (const { rule, from } of summary.violations) broken.set(from, [...new Set([...(broken.get(from) ?? []), rule.name])]);
    return broken;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const value = 'export const value = 1;\n';
const takes = (path: string) => `import { value } from '${path}';\nexport const taken = value;\n`;

/** What is imported, and breaks no wall. */
const SOUND = {
  ...{ 'src/users/b.ts': value, 'src/users/b.contract.ts': value, 'src/plans/b.ts': value, 'src/mentoring/b.ts': value, 'src/demo/b.ts': value },
  ...{ 'src/platform/time/clock.ts': value, 'test/b.ts': value },
  ...{ 'src/plans/a.ts': takes('../users/b.contract.js'), 'web/src/sound.ts': takes('@server/users/b.contract') },
};

/** In words, the wall, the file that breaks it and alone does so, and its text. */
const SINS: [string, string, string, string][] = [
  ['a lower feature imports a higher one', 'users-imports-only-downward', 'src/users/a.ts', takes('../plans/b.js')],
  ['a feature imports one of its own tier', 'today-imports-only-downward', 'src/today/a.ts', takes('../mentoring/b.js')],
  ['a feature imports the demo', 'reminders-imports-only-downward', 'src/reminders/a.ts', takes('../demo/b.js')],
  ['platform knows a feature', 'platform-knows-no-feature', 'src/platform/a.ts', takes('../users/b.js')],
  ['a folder has no place in the order', 'every-folder-has-its-tier', 'src/helpers/a.ts', takes('../users/b.js')],
  ['two files import each other', 'no-circle', 'src/users/one.ts', `import { b } from './other.js';\nexport const a = () => b;\n`],
  ['a contract imports code', 'contracts-are-plain', 'src/users/a.contract.ts', takes('./b.js')],
  ['the planner reads the clock', 'domain-is-pure', 'src/plans/scheduling/schedule-plan.ts', takes('../../platform/time/clock.js')],
  ['the web app imports more than contracts', 'web-sees-contracts-only', 'web/src/a.ts', takes('@server/users/b')],
  ['an import leads nowhere', 'nothing-unresolved', 'src/users/lost.ts', takes('./gone.js')],
  ['the server imports a tool of the tests', 'server-leaves-test-tools-alone', 'src/users/tool.ts', takes('../../test/b.js')],
];
const CIRCLE = { 'src/users/other.ts': `import { a } from './one.js';\nexport const b = () => a;\n` };

describe('the walls of the house', () => {
  let broken: Map<string, string[]>;
  // One run over one tree: starting dependency-cruiser takes longer than all it looks at here.
  beforeAll(async () => {
    broken = await brokenBy({ ...SOUND, ...CIRCLE, ...Object.fromEntries(SINS.map(([, , path, text]) => [path, text])) });
  });

  it.each(SINS)('do not stand when %s', (_, wall, path) => {
    expect(broken.get(path)).toEqual([wall]);
  });

  it('let a higher feature import a lower one, and the web app a contract', () => {
    const sinners = [...SINS.map(([, , path]) => path), ...Object.keys(CIRCLE)];
    expect([...broken.keys()].filter((path) => !sinners.includes(path))).toEqual([]);
  });
});

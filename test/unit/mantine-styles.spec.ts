import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const CORE = 'node_modules/@mantine/core';
/** What every component stands on. */
const GROUND = ['baseline', 'default-css-variables', 'global'];

const textsIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Names that a source imports from Mantine's core. */
const importedBy = (source: string): string[] =>
  [...source.matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

/** Folders of the components that a file of Mantine's core stands on, with its own. */
function componentsBehind(file: string, seen: Set<string>, found: Set<string>): void {
  if (seen.has(file) || !existsSync(file)) return;
  seen.add(file);
  const [, component] = /esm\/components\/([^/]+)\//.exec(file) ?? [];
  if (component) found.add(component);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)) componentsBehind(resolve(dirname(file), path), seen, found);
}

function neededStyles(): string[] {
  const sources = [...textsIn('web/src', /\.tsx?$/), ...textsIn('node_modules/@mantine/spotlight/esm', /\.mjs$/)];
  const [seen, found] = [new Set<string>(), new Set<string>()];
  for (const name of new Set(sources.flatMap(importedBy))) componentsBehind(resolve(CORE, `esm/components/${name}/${name}.mjs`), seen, found);
  return [...found].filter((name) => existsSync(join(CORE, `styles/${name}.layer.css`)));
}

/** Where Mantine's sheet of everything has the styles of a component. */
function placeInAll(all: string, name: string): number {
  const [first = ''] = /\.m_[0-9a-f]+/.exec(readFileSync(join(CORE, `styles/${name}.layer.css`), 'utf8')) ?? [];
  return all.indexOf(first);
}

describe("Mantine's styles", () => {
  it('are those of the components in use, in the order that Mantine gives them', () => {
    const all = readFileSync(join(CORE, 'styles.layer.css'), 'utf8');
    const wanted = neededStyles().sort((one, other) => placeInAll(all, one) - placeInAll(all, other));
    const listed = [...readFileSync('web/src/theme/mantine.css', 'utf8').matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(20);
    expect(listed).toEqual([...GROUND, ...wanted]);
  });
});

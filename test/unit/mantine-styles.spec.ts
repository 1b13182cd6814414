import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const CORE = 'node_modules/@mantine/core';
/** Styles that every component needs. */
const BASE = ['baseline', 'default-css-variables', 'global'];

const CLASS = /\bm_[0-9a-f]+\b/g;
const classesIn = (sheet: string): string[] => readFileSync(join(CORE, 'styles', sheet), 'utf8').match(CLASS) ?? [];

const textsIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Names that a source imports from Mantine's core. */
const importedBy = (source: string): string[] =>
  [...source.matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

/** Classes that a file of Mantine's core and everything it imports give to elements. */
function classesBehind(file: string, seen: Set<string>, found: Set<string>): void {
  if (seen.has(file) || !existsSync(file)) return;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [name] of source.matchAll(CLASS)) found.add(name);
  for (const [, path = ''] of source.matchAll(/from "(\.[^"]+)"/g)) classesBehind(resolve(dirname(file), path), seen, found);
}

function neededStyles(): string[] {
  const sources = [...textsIn('web/src', /\.tsx?$/), ...textsIn('node_modules/@mantine/spotlight/esm', /\.mjs$/)];
  const [seen, classes] = [new Set<string>(), new Set<string>()];
  for (const name of new Set(sources.flatMap(importedBy))) classesBehind(resolve(CORE, `esm/components/${name}/${name}.mjs`), seen, classes);
  const sheets = readdirSync(join(CORE, 'styles')).filter((file) => file.endsWith('.layer.css'));
  return sheets.filter((file) => classesIn(file).some((name) => classes.has(name))).map((file) => file.replace('.layer.css', ''));
}

/** Where Mantine's sheet of everything has the styles of a component: by its first selector, because animations have such names too. */
const placeInAll = (all: string, name: string): number =>
  all.indexOf(/\.m_[0-9a-f]+/.exec(readFileSync(join(CORE, `styles/${name}.layer.css`), 'utf8'))?.[0] ?? name);

describe("Mantine's styles", () => {
  it('are those of the components in use, in the order that Mantine gives them', () => {
    const all = readFileSync(join(CORE, 'styles.layer.css'), 'utf8');
    const wanted = neededStyles().sort((one, other) => placeInAll(all, one) - placeInAll(all, other));
    const listed = [...readFileSync('web/src/theme/mantine.css', 'utf8').matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(20);
    expect(listed).toEqual([...BASE, ...wanted]);
  });
});

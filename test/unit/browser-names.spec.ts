import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = 'web/src';

/** Lines of code that write a name which the browser keeps for the whole host. */
function namesWritten(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'));
  return files.flatMap((name) =>
    readFileSync(join(SOURCES, name), 'utf8')
      .split('\n')
      .filter((line) => /['"`]daymark[-'"`]/.test(line) && !/^\s*\/?\*/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

describe('names of storage, databases, locks and channels of the browser', () => {
  it('name the path that Daymark is served below, since other paths of the host share them', () => {
    const written = namesWritten();
    expect(written.length).toBeGreaterThan(8);
    expect(written.filter((line) => !/named\(['"`]daymark/.test(line))).toEqual([]);
  });
});

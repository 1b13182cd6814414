import { validate } from 'dockerfile-utils';
import { existsSync, readFileSync } from 'node:fs';
import { Settings } from '../../src/platform/config/config.js';

describe('the Dockerfile', () => {
  const text = readFileSync('Dockerfile', 'utf8');
  const lines = text.split('\n');
  const all = (keyword: string) => lines.filter((line) => line.startsWith(`${keyword} `)).map((line) => line.slice(keyword.length + 1));
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('has no fault that a linter finds', () => {
    expect(validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('builds in one stage and runs in another, both on a pinned Node.js that package.json allows', () => {
    expect(all('FROM')).toEqual([expect.stringMatching(/^node:22\.\d+\.\d+-\S+ AS build$/), expect.stringMatching(/^node:22\.\d+\.\d+-\S+$/)]);
  });

  it('runs as an ordinary user', () => {
    expect(lastStage.findIndex((line) => line.startsWith('USER node'))).toBeLessThan(lastStage.findIndex((line) => line.startsWith('CMD')));
  });

  it('copies what there is, none of which .dockerignore hides', () => {
    const hidden = readFileSync('.dockerignore', 'utf8').split('\n');
    const copied = all('COPY').flatMap((line) =>
      line
        .split(' ')
        .filter((word) => !word.startsWith('--from'))
        .slice(0, -1),
    );
    for (const path of copied.map((each) => each.replace('/app/', ''))) {
      expect(path === '.' || path === 'dist' || path === 'node_modules' || (existsSync(path) && !hidden.includes(path))).toBe(true);
    }
    for (const needed of ['scripts', 'src', 'web', 'migrations', 'curricula']) expect(hidden).not.toContain(needed);
  });

  it('runs programs of ours, with settings of ours', () => {
    expect(all('RUN').join('\n')).toContain('node scripts/build.mjs');
    expect(existsSync('scripts/build.mjs')).toBe(true);
    expect(JSON.parse(all('CMD')[0] ?? '')).toEqual(['node', '--enable-source-maps', 'dist/src/main.js']);
    for (const [name] of all('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))))
      expect([...Object.keys(Settings.shape), 'NODE_ENV']).toContain(name);
  });
});

import { readFileSync } from 'node:fs';
import { readConfig, Settings } from '../../src/platform/config/config.js';
import { environmentExample, settingsTable } from '../../src/platform/config/settings-table.js';

describe('what people read about the settings', () => {
  it('is, in README.md, what the schema says (else: npm run settings)', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(settingsTable());
  });

  it('is, in .env.example, what the schema says (else: npm run settings)', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(environmentExample());
  });

  it('has a sentence and a default that is allowed for each of them', () => {
    for (const [name, schema] of Object.entries(Settings.shape)) expect([name, schema.description?.length]).toEqual([name, expect.any(Number)]);
    const defaults = environmentExample().matchAll(/^#([A-Z_]+)="?(.*?)"?$/gm);
    expect(() => readConfig(Object.fromEntries([...defaults].map(([, name, value]) => [name, value])))).not.toThrow();
  });
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/config.js';
import { tokenSecret } from './secrets.js';

describe('the secret that signs tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once for the embedded run, for its owner alone', () => {
    const settings = readConfig({ DAYMARK_DATA_DIR: folder });
    const secret = tokenSecret(settings);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(tokenSecret(settings)).toBe(secret);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('is the setting where there is one', () => {
    const given = 'thirty-two characters or more, surely';
    expect(tokenSecret(readConfig({ DAYMARK_DATA_DIR: folder, DAYMARK_TOKEN_SECRET: given }))).toBe(given);
  });

  it('must be given with a database of your own', () => {
    expect(() => tokenSecret(readConfig({ DAYMARK_DATA_DIR: folder, DATABASE_URL: 'postgres://host/daymark' }))).toThrow(
      /DATABASE_URL is set and DAYMARK_TOKEN_SECRET is not/,
    );
  });
});

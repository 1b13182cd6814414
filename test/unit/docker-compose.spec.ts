import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig, Settings } from '../../src/platform/config/config.js';

const Duration = z.string().regex(/^\d+s$/);
const Service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.literal('unless-stopped'),
  stop_grace_period: Duration.optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL']), z.string()], z.string()),
    interval: Duration,
    timeout: Duration,
    start_period: Duration.optional(),
    retries: z.int().positive(),
  }),
  ports: z.array(z.string().regex(/^([\d.]+:)?\d+:\d+$/)).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[a-z/.]+$/)).optional(),
});
const Compose = z.looseObject({ name: z.literal('daymark'), services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) });

/** As compose fills `${NAME:?why}` and `${NAME:-default}` in. */
const filledIn = (text: string, given: Record<string, string>) =>
  text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => given[name] ?? (kind === '-' ? rest : ''));

describe('docker-compose.yml', () => {
  const { services, volumes } = Compose.parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }));
  const ours = ['api', 'worker'];

  it('runs api, worker, PostgreSQL 18, Valkey and a mail server', () => {
    expect(Object.keys(services)).toEqual(['api', 'worker', 'postgres', 'valkey', 'mailpit']);
    expect(services.postgres?.image).toMatch(/^postgres:18\./);
  });

  it('pins every image that it does not build', () => {
    for (const { image, build } of Object.values(services)) {
      if (build) expect(existsSync(`${build}/Dockerfile`)).toBe(true);
      else expect(image).toMatch(/:v?\d+\.\d+/);
    }
  });

  it('waits only for services that there are, and stores only in volumes that there are', () => {
    for (const { depends_on = {}, volumes: mounts = [] } of Object.values(services)) {
      for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name);
      for (const mount of mounts) expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
    }
  });

  it('gives our processes settings that they know and can start with', () => {
    const given = { POSTGRES_PASSWORD: 'secret', DAYMARK_TOKEN_SECRET: 'a secret that only this test knows, long' };
    for (const name of ours) {
      const environment = Object.fromEntries(Object.entries(services[name]?.environment ?? {}).map(([key, text]) => [key, filledIn(text, given)]));
      expect(Object.keys(Settings.shape)).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(readConfig(environment)).toMatchObject({ DAYMARK_ROLES: name, DATABASE_URL: 'postgres://daymark:secret@postgres:5432/daymark' });
    }
  });

  it('lets them finish their work before they are killed', () => {
    for (const name of ours) expect(Number.parseInt(services[name]?.stop_grace_period ?? '', 10)).toBeGreaterThan(readConfig({}).DAYMARK_SHUTDOWN_SECONDS);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig, Settings } from '../../src/platform/config/config.js';
import { PLUMBING } from '../../src/platform/http/plumbing.js';

const example = (name: string) => readFileSync(`docs/hosting/${name}`, 'utf8');

const Probe = z.object({ httpGet: z.object({ path: z.enum(PLUMBING), port: z.literal(3000) }) });
const Container = z.object({
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
  volumeMounts: z.array(z.object({ mountPath: z.string() })),
});
const Deployment = z.object({ spec: z.object({ template: z.object({ spec: z.object({ containers: z.tuple([Container]) }) }) }) });
const Resource = z.looseObject({ kind: z.string(), metadata: z.object({ name: z.string() }) });

/** As Kubernetes and Compose give it to the process: with the content of each secret's file instead of its path. */
function withSecrets(environment: Record<string, string>, secrets: Record<string, string>, folder: string): Record<string, string> {
  const entries = Object.entries(environment).map(([name, value]) => {
    if (!name.endsWith('_FILE')) return [name, value];
    expect(value.startsWith(`${folder}/`)).toBe(true);
    return [name.replace(/_FILE$/, ''), secrets[value.slice(folder.length + 1)] ?? fail(`${value} is in no secret`)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function fail(why: string): never {
  throw new Error(why);
}

describe('docs/hosting.md', () => {
  const page = readFileSync('docs/hosting.md', 'utf8');

  it('shows its examples as the files that the tests run', () => {
    const unindented = page.replaceAll(/^ {2}/gm, '');
    for (const name of ['nginx.conf', 'Caddyfile', 'pgbouncer.ini', 'compose.secrets.yml'])
      expect(unindented).toContain(example(name).replaceAll(/^ {2}/gm, '').trimEnd());
  });

  it('links to files that are there', () => {
    const linked = [...page.matchAll(/\]\(hosting\/([^)#]+)\)/g)].map(([, name = '']) => name);
    expect(readdirSync('docs/hosting')).toEqual(expect.arrayContaining(linked));
    expect(linked.length).toBeGreaterThan(2);
  });

  it('names settings that there are', () => {
    const known = Object.keys(Settings.shape);
    const named = [...page.matchAll(/\b(DAYMARK_[A-Z0-9_]+|DATABASE_URL|REDIS_URL|SMTP_URL)\b/g)].map(([name]) => name.replace(/_FILE$/, ''));
    // Set by Kubernetes, as the page says.
    const others = ['DAYMARK_PORT', 'DAYMARK_SERVICE_HOST'];
    expect(named.filter((name) => !known.includes(name) && !others.includes(name))).toEqual([]);
  });
});

describe('the example for Kubernetes', () => {
  const resources = parseAllDocuments(example('kubernetes.yaml')).map((document) => Resource.parse(document.toJS()));
  const dataOf = (kind: string, part: string) =>
    z.record(z.string(), z.string()).parse((resources.find((each) => each.kind === kind) ?? fail(`There is no ${kind}`))[part]);
  const containers = resources.filter(({ kind }) => kind === 'Deployment').map((each) => Deployment.parse(each).spec.template.spec.containers[0]);

  it('gives API and worker settings that work', () => {
    const [shared, secrets] = [dataOf('ConfigMap', 'data'), dataOf('Secret', 'stringData')];
    const roles = containers.map(({ env, volumeMounts }) => {
      const own = Object.fromEntries(env.map(({ name, value }) => [name, value]));
      return readConfig(withSecrets({ ...shared, ...own }, secrets, volumeMounts[0]?.mountPath ?? '')).DAYMARK_ROLES;
    });
    expect(roles).toEqual(['api', 'worker']);
    expect(Object.keys(shared).filter((name) => name.endsWith('_FILE')).length).toBe(Object.keys(secrets).length);
  });

  it('asks each side for its own health', () => {
    expect(containers.map(({ readinessProbe }) => readinessProbe.httpGet.path)).toEqual(['/health/ready', '/health/worker']);
  });
});

describe('the example for secrets in Compose', () => {
  it('turns the settings of docker-compose.yml into files', () => {
    const { services, secrets } = z
      .object({
        services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.string()), secrets: z.array(z.string()) })),
        secrets: z.record(z.string(), z.object({ file: z.string() })),
      })
      .parse(parse(example('compose.secrets.yml')));
    for (const { environment, secrets: used } of [services.api ?? fail('no api'), services.worker ?? fail('no worker')]) {
      expect(used).toEqual(Object.keys(secrets));
      const contents = { database_url: 'postgres://daymark:x@postgres:5432/daymark', token_secret: 'a secret of 32 or more random characters' };
      const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
      expect(readConfig(withSecrets(given, contents, '/run/secrets'))).toMatchObject({ DATABASE_URL: contents.database_url });
    }
  });
});

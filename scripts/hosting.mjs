/** What the hosting tests need besides npm packages: a proxy of each kind, a pooler, OpenSSL, and a certificate authority for the run. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebianPackage, onPath } from './debian.mjs';

/** Programs and the Debian packages that bring them. */
const PROGRAMS = { nginx: 'nginx-light', caddy: 'caddy', pgbouncer: 'pgbouncer', openssl: 'openssl' };
/** Debian puts servers there, and the PATH of an ordinary user lacks it. */
const SERVERS = '/usr/sbin';

/** `{ env, stop }` for the run, or a sentence in `missing`. */
export async function prepareHosting() {
  process.env.PATH = `${process.env.PATH ?? ''}${delimiter}${SERVERS}`;
  for (const [program, name] of Object.entries(PROGRAMS)) {
    if (onPath(program) || ((await installDebianPackage(name)) && onPath(program))) continue;
    return { missing: `The hosting tests need ${program}: install the package ${name} of your system.` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'daymark-authority-'));
  chmodSync(folder, 0o711);
  const authority = join(folder, 'ca.pem');
  const names = ['-subj', '/CN=Daymark test authority', '-days', '30', '-keyout', join(folder, 'ca.key'), '-out', authority];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', ...names], { stdio: 'ignore' });
  // Node.js reads it once, as it starts: so the tests check certificates as people's programs do.
  return { env: { TEST_AUTHORITY: folder, NODE_EXTRA_CA_CERTS: authority }, stop: () => rmSync(folder, { recursive: true, force: true }) };
}

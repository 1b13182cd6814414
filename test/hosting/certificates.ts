import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';

/** What a client of PostgreSQL sends to ask for TLS: its length and a number. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

export interface Certificate {
  certificate: string;
  key: string;
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });

/** The authority of this run, which its Node.js trusts (scripts/hosting.mjs). */
export const authority = (): Certificate => {
  const folder = process.env.TEST_AUTHORITY;
  if (!folder) throw new Error('There is no certificate authority: run these tests with npm run test:hosting');
  return { certificate: join(folder, 'ca.pem'), key: join(folder, 'ca.key') };
};

/** A certificate for this name, by the authority of this run. With 0 days it has expired when it is used. */
export function issue(folder: string, name: string, { days = 30 } = {}): Certificate {
  const at = (ending: string) => join(folder, `${name}-${days}.${ending}`);
  const { certificate: ca, key: caKey } = authority();
  openssl('req', ...KEY, '-subj', `/CN=${name}`, '-keyout', at('key'), '-out', at('csr'));
  writeFileSync(at('ext'), `subjectAltName=DNS:${name}\n`);
  openssl('x509', '-req', '-in', at('csr'), '-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', String(days), '-extfile', at('ext'), '-out', at('pem'));
  return { certificate: at('pem'), key: at('key') };
}

/** A certificate for this name that nobody has signed. */
export function selfSigned(folder: string, name: string): Certificate {
  const [certificate, key] = [join(folder, 'self-signed.pem'), join(folder, 'self-signed.key')];
  openssl('req', '-x509', ...KEY, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-days', '30', '-keyout', key, '-out', certificate);
  return { certificate, key };
}

export const fingerprintOf = (file: string): string => new X509Certificate(readFileSync(file)).fingerprint256;

/** The fingerprint of the certificate that a PostgreSQL on this port serves now; nothing if it serves none. */
export function servedFingerprint(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(SSL_REQUEST));
    socket.once('error', () => resolve(undefined));
    socket.once('data', (answer) => {
      if (answer.toString() !== 'S') return void (socket.destroy(), resolve(undefined));
      const secure = connectTls({ socket, rejectUnauthorized: false }, () => {
        resolve(secure.getPeerX509Certificate()?.fingerprint256);
        secure.destroy();
      });
      secure.once('error', () => resolve(undefined));
    });
  });
}

import { sqlName, type DatabasePlace } from './database-place.js';
import { codeOf } from './start-fault.js';

/** Why the database can't be used, what to do, and whether waiting is pointless. */
export interface DatabaseFault {
  sentence: string;
  isFinal: boolean;
}

interface Rule {
  /** Codes of PostgreSQL, Node.js or OpenSSL; absent if the words alone decide. */
  codes?: readonly string[];
  words?: RegExp;
  isFinal: boolean;
  say: (place: DatabasePlace, message: string) => string;
}

const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REJECTED',
  'INVALID_CA',
];
const WITHOUT_CHECK = 'or sslmode=no-verify to encrypt without checking who answers';

const OF_TLS: readonly Rule[] = [
  {
    codes: UNTRUSTED,
    isFinal: true,
    say: ({ at, authorityFile }, message) => {
      const trust =
        authorityFile === null ? 'add sslrootcert=/path/to/ca.pem to DATABASE_URL to trust its authority' : `put its authority into ${authorityFile}`;
      return `The database at ${at} answers, but its TLS certificate isn’t trusted (${message}): ${trust}, ${WITHOUT_CHECK}.`;
    },
  },
  {
    codes: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    isFinal: true,
    say: ({ at }, message) =>
      `The database at ${at} answers, but its TLS certificate isn’t valid today (${message}): renew it on the server, or correct the clock of this machine.`,
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID'],
    isFinal: true,
    say: ({ at }, message) =>
      `The database at ${at} answers, but its TLS certificate is for another name (${message.replace(/^.*?altnames: /, '').replace(/:? *$/, '')}): ` +
      `use the name of the certificate in DATABASE_URL, ${WITHOUT_CHECK}.`,
  },
  {
    words: /server does not support SSL/,
    isFinal: true,
    say: ({ at }) =>
      `The database at ${at} answers without TLS, which sslmode in DATABASE_URL asks for: turn ssl on in PostgreSQL, or write sslmode=disable if you trust the network between them.`,
  },
  {
    codes: ['28000'],
    words: /requires a valid client certificate/,
    isFinal: true,
    say: ({ at }) => `The database at ${at} asks for a client certificate: add sslcert=/path/to/client.pem and sslkey=/path/to/client.key to DATABASE_URL.`,
  },
  {
    codes: ['ENOENT', 'EACCES', 'EISDIR'],
    words: /, open '|illegal operation on a directory/,
    isFinal: true,
    say: (_, message) => `A certificate file that DATABASE_URL names can’t be read (${message}): correct sslrootcert, sslcert or sslkey.`,
  },
  {
    codes: ['ERR_OSSL_PEM_NO_START_LINE', 'ERR_OSSL_PEM_BAD_BASE64_DECODE', 'ERR_OSSL_ASN1_WRONG_TAG'],
    isFinal: true,
    say: () => 'A certificate file that DATABASE_URL names holds no PEM certificate: correct sslrootcert, sslcert or sslkey.',
  },
];

const WRONG_PASSWORD = 'The database refuses the user or the password in DATABASE_URL: correct them.';

const OF_ACCESS: readonly Rule[] = [
  { codes: ['28P01'], isFinal: true, say: () => WRONG_PASSWORD },
  // PgBouncer's words for it, under a code that says nothing.
  { codes: ['08P01'], words: /authentication failed/, isFinal: true, say: () => WRONG_PASSWORD },
  {
    words: /client password must be a (non-empty )?string/,
    isFinal: true,
    say: () => 'The database asks for a password and DATABASE_URL has none: write it as postgres://user:password@host:5432/database.',
  },
  {
    codes: ['28000'],
    words: /role .* does not exist/,
    isFinal: true,
    say: ({ role }) => `There is no role ${role} on that server: create it (create role ${sqlName(role)} login password '…'), or correct DATABASE_URL.`,
  },
  {
    codes: ['28000'],
    words: /not permitted to log in/,
    isFinal: true,
    say: ({ role }) => `The role ${role} may not log in: allow it (alter role ${sqlName(role)} login), or correct DATABASE_URL.`,
  },
  {
    codes: ['28000'],
    words: /pg_hba\.conf.*no encryption/,
    isFinal: true,
    say: ({ at }, message) =>
      `The database at ${at} refuses this connection (${message}): add sslmode=verify-full to DATABASE_URL if it takes TLS only, or allow it in pg_hba.conf.`,
  },
  {
    codes: ['28000'],
    words: /pg_hba\.conf/,
    isFinal: true,
    say: ({ at }, message) => `The database at ${at} refuses this connection (${message}): allow it in pg_hba.conf, or correct DATABASE_URL.`,
  },
  {
    codes: ['28000'],
    isFinal: true,
    say: () => 'The database refuses the user or the way of connecting in DATABASE_URL: correct them, or allow them in pg_hba.conf.',
  },
  {
    codes: ['3D000'],
    isFinal: true,
    say: ({ database }) => `There is no database ${database} on that server: create it (create database ${sqlName(database)}), or correct DATABASE_URL.`,
  },
  {
    words: /no such database/,
    isFinal: true,
    say: ({ at, database }) => `The pooler at ${at} knows no database ${database}: add it to [databases] of the pooler, or correct DATABASE_URL.`,
  },
  {
    codes: ['42501'],
    isFinal: true,
    say: ({ role, database }) =>
      `The role ${role} may not connect to the database ${database}: allow it (grant connect on database ${sqlName(database)} to ${sqlName(role)}).`,
  },
  {
    codes: ['55000'],
    words: /not currently accepting connections/,
    isFinal: true,
    say: ({ database }) =>
      `The database ${database} takes no connections: use another, or allow them (alter database ${sqlName(database)} allow_connections on).`,
  },
  {
    codes: ['53300'],
    isFinal: false,
    say: ({ at }, message) =>
      `The database at ${at} has no free connection (${message}): raise max_connections or the limit of the role, or lower DAYMARK_DATABASE_POOL of each process.`,
  },
  {
    codes: ['57P03'],
    isFinal: false,
    say: ({ at }, message) => `The database at ${at} answers but isn’t ready (${message}): wait, or raise DAYMARK_DATABASE_WAIT_SECONDS.`,
  },
];

/** Reasons why nobody answers at all. */
const SILENT: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'no route to that host',
  ENETUNREACH: 'no route to that network',
  ENOENT: 'there is no socket',
  EACCES: 'this user may not use its socket',
};

const OF_SILENCE: readonly Rule[] = [
  {
    codes: ['ECONNRESET', 'EPIPE'],
    isFinal: false,
    say: ({ at }) => `Something at ${at} takes connections and closes them at once: check that it is PostgreSQL, or correct DATABASE_URL.`,
  },
  {
    words: /terminated unexpectedly/,
    isFinal: false,
    say: ({ at }) => `Something at ${at} takes connections and closes them at once: check that it is PostgreSQL, or correct DATABASE_URL.`,
  },
  {
    words: /timeout expired|terminated due to connection timeout/,
    isFinal: false,
    say: ({ at }) => `The database at ${at} does not answer (no answer in time): start it, or correct DATABASE_URL.`,
  },
];

const RULES = [...OF_TLS, ...OF_ACCESS, ...OF_SILENCE];

/** What stops a connection to the database, told from the real error. */
export function databaseFault(error: unknown, place: DatabasePlace): DatabaseFault {
  const code = codeOf(error);
  const message = messageOf(error);
  const rule = RULES.find(({ codes, words }) => (codes?.includes(code) ?? true) && (words?.test(message) ?? true));
  if (rule) return { sentence: rule.say(place, message), isFinal: rule.isFinal };
  const reason = SILENT[code];
  if (reason) return { sentence: `The database at ${place.at} does not answer (${reason}): start it, or correct DATABASE_URL.`, isFinal: false };
  return { sentence: `The database at ${place.at} can’t be used (${message || code}): correct DATABASE_URL or the server.`, isFinal: false };
}

/** The first line; of several tries (one per address of a host) that of the first. */
function messageOf(error: unknown): string {
  const { message = '', errors } = error as { message?: string; errors?: readonly unknown[] };
  if (message === '' && errors?.[0] !== undefined) return messageOf(errors[0]);
  return message.split('\n')[0] ?? '';
}

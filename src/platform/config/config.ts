import { isIP } from 'node:net';
import { z } from 'zod';
import { StartFault } from '../boot/start-fault.js';
import { Email } from '../mail/email-address.contract.js';
import { addressFault, publicAddressFault } from './address-fault.js';
import { givenSettings, type Environment } from './given-settings.js';

const EMAIL_SENDER = /^[^<>]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/;

const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number({ error: `Must be a whole number from ${min} to ${max}` })
    .int()
    .min(min)
    .max(max);
const checked = (faultOf: (text: string) => string | undefined) =>
  z.string().superRefine((text, context) => {
    const message = faultOf(text);
    if (message) context.addIssue({ code: 'custom', message });
  });
const address = (protocol: RegExp, example: string) => checked((text) => addressFault(text, protocol, example));
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** Names of ranges that Fastify knows. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function refuseNoRange(proxies: readonly string[], context: z.RefinementCtx): void {
  const wrong = proxies.find((proxy) => !RANGES.includes(proxy) && !isRange(proxy));
  const message = `${wrong} isn’t an address. Must be addresses or ranges like 10.0.0.0/8, separated by commas; ${RANGES.join(', ')} are names of ranges`;
  if (wrong !== undefined) context.addIssue({ code: 'custom', message });
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  return version > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)));
}

/** The least that OWASP recommends for argon2id with two passes. */
const MIN_PASSWORD_MEMORY_KIB = 19_456;

/**
 * Every setting there is, with what it does and its default; `secret` ones are never printed. README's table and `.env.example` are made
 * from this page, and a name outside it with our prefix stops the start.
 */
export const Settings = z.object({
  PORT: wholeNumber(1, 65_535).default(3000).meta({ description: 'Port of the web app and the API' }),
  HOST: z
    .string()
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .default('localhost')
    .meta({ description: 'Address to listen on; `localhost` answers this machine only, `::` the network over IPv6 and IPv4 (containers)' }),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/daymark')
    .optional()
    .meta({ description: 'Your PostgreSQL, 15 or newer; without it an embedded one runs under the data folder', secret: true }),
  REDIS_URL: address(/^rediss?$/, 'redis://host:6379')
    .optional()
    .meta({ description: 'Redis or Valkey for the queues; without it they live in PostgreSQL', secret: true }),
  SMTP_URL: address(/^smtps?$/, 'smtp://user:password@host:587')
    .optional()
    .meta({ description: 'Server that sends mail; without it mail is kept as files in the outbox of the data folder', secret: true }),
  MAIL_FROM: z
    .string()
    .regex(EMAIL_SENDER, 'Must be an address like Daymark <daymark@example.org>')
    .default('Daymark <daymark@localhost>')
    .meta({ description: 'Sender of all mail' }),
  DAYMARK_ROLES: z.enum(['all', 'api', 'worker']).default('all').meta({ description: 'Which side this process runs: `all`, `api` or `worker`' }),
  DAYMARK_PUBLIC_URL: checked(publicAddressFault)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .meta({
      description: 'Where people open Daymark, for links in mail; may have a path, such as `https://example.org/daymark`; without it `http://localhost:PORT`',
    }),
  DAYMARK_TOKEN_SECRET: z
    .string()
    .min(32, 'Must have 32 characters or more')
    .optional()
    .meta({ description: 'Signs access tokens and unsubscribe links; needed with DATABASE_URL, else generated into the data folder', secret: true }),
  DAYMARK_ADMIN_EMAIL: Email.optional().meta({ description: 'First admin of an empty Daymark that is started without a terminal' }),
  DAYMARK_CONFIRM_ADDRESSES: z
    .enum(['on', 'off'])
    .default('on')
    .meta({ description: 'Whether new accounts must confirm their email address, by link or by an admin, before they get other mail: `on` or `off`' }),
  DAYMARK_TRUSTED_PROXIES: list
    .superRefine(refuseNoRange)
    .default([])
    .meta({ description: 'Proxies whose X-Forwarded-* headers are believed: addresses or ranges, separated by commas' }),
  DAYMARK_DATA_DIR: z.string().default('.daymark').meta({ description: 'Data folder: embedded database, generated secrets, outbox, files' }),
  DAYMARK_FILES_S3_URL: address(/^https?$/, 'https://s3.example.org')
    .optional()
    .meta({ description: 'S3-compatible store for the files of learners (path style); without it they are kept in the data folder' }),
  DAYMARK_FILES_S3_BUCKET: z.string().optional().meta({ description: 'Bucket for files, which must be there; needed with DAYMARK_FILES_S3_URL' }),
  DAYMARK_FILES_S3_REGION: z.string().default('us-east-1').meta({ description: 'Region that requests to the store of files are signed for' }),
  DAYMARK_FILES_S3_ACCESS_KEY_ID: z
    .string()
    .optional()
    .meta({ description: 'Access key of the store of files; needed with DAYMARK_FILES_S3_URL', secret: true }),
  DAYMARK_FILES_S3_SECRET_ACCESS_KEY: z.string().optional().meta({ description: 'Secret of that access key; needed with DAYMARK_FILES_S3_URL', secret: true }),
  DAYMARK_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'The least important log lines that are written: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`' }),
  DAYMARK_DATABASE_POOL: wholeNumber(2, 500).default(10).meta({ description: 'Most database connections of this process, queues not counted' }),
  DAYMARK_DATABASE_WAIT_SECONDS: wholeNumber(0, 3_600)
    .default(30)
    .meta({ description: 'How long the start waits for a database, or a Redis, that does not answer' }),
  DAYMARK_STATEMENT_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000).meta({ description: 'Longest time one SQL statement may take' }),
  DAYMARK_QUEUE_LOCK_MS: wholeNumber(500, 600_000)
    .default(10_000)
    .meta({ description: 'After this time without a sign of life a job counts as left by its worker' }),
  DAYMARK_QUEUE_STALL_MS: wholeNumber(500, 600_000).default(10_000).meta({ description: 'How often workers look for jobs that were left' }),
  DAYMARK_TICK_SECONDS: wholeNumber(1, 3_600).default(60).meta({ description: 'How often workers look for work whose trigger was lost' }),
  DAYMARK_CLAIM_SECONDS: wholeNumber(1, 3_600)
    .default(30)
    .meta({ description: 'How long work stays with the worker that took it; after that another may do it again' }),
  DAYMARK_SHUTDOWN_SECONDS: wholeNumber(1, 600).default(20).meta({ description: 'How long running requests and jobs may take to finish when Daymark stops' }),
  DAYMARK_PASSWORD_MEMORY_KIB: wholeNumber(MIN_PASSWORD_MEMORY_KIB, 1_048_576)
    .default(MIN_PASSWORD_MEMORY_KIB)
    .meta({ description: 'Memory that checking a password takes, in KiB; more makes a stolen hash harder to guess and each sign-in slower' }),
  DAYMARK_SIGN_IN_PER_MINUTE: wholeNumber(1, 100_000).default(10).meta({
    description: 'Wrong passwords per account before the next try must wait; sign-ins per minute: 20 times this per network address, 300 times in total',
  }),
  DAYMARK_WRITES_PER_MINUTE: wholeNumber(1, 1_000_000)
    .default(240)
    .meta({ description: 'Write requests per minute per person; before sign-in is checked: 20 times this per network address' }),
  DAYMARK_PASSWORD_RESETS_PER_HOUR: wholeNumber(1, 100_000)
    .default(3)
    .meta({ description: 'Password reset links per hour per account; 20 times this per network address, 400 times in total' }),
  DAYMARK_METRICS_TOKEN: z
    .string()
    .min(20, 'Must have 20 characters or more')
    .optional()
    .meta({ description: 'Bearer token for `/metrics`; without it, only this machine can read the metrics', secret: true }),
});
export type Settings = z.output<typeof Settings> & { DAYMARK_PUBLIC_URL: string };

/** The settings as everything after the start sees them: with the secret, given or generated. */
export type Config = Settings & { DAYMARK_TOKEN_SECRET: string };

/** Where people open Daymark: the setting, or this machine. */
export const publicUrl = (settings: Settings): string => settings.DAYMARK_PUBLIC_URL;

/** What the store of files cannot do without. */
const WITH_S3 = ['DAYMARK_FILES_S3_BUCKET', 'DAYMARK_FILES_S3_ACCESS_KEY_ID', 'DAYMARK_FILES_S3_SECRET_ACCESS_KEY'] as const;

const NAMES = Object.keys(Settings.shape);
const SECRETS = Object.entries(Settings.shape)
  .filter(([, schema]) => z.globalRegistry.get(schema)?.secret === true)
  .map(([name]) => name);

/** Reads the settings; an empty value counts as absent. All faults are named at once, and an unknown `DAYMARK_*` name is one. */
export function readConfig(environment: Environment & { DAYMARK_TOKEN_SECRET: string }): Config;
export function readConfig(environment: Environment, hint?: (line: string) => void): Settings;
export function readConfig(environment: Environment, hint?: (line: string) => void): Settings {
  const given = givenSettings(environment, NAMES, SECRETS);
  const { success, data, error } = Settings.safeParse(given.values);
  const faults = [...(error?.issues ?? []).map(({ path, message }) => `${nameOf(path, given.files)}: ${message}`), ...given.faults, ...missing(given.values)];
  if (!success || faults.length > 0)
    throw new StartFault(`The settings are wrong (README.md lists them all):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  for (const line of given.hints) hint?.(line);
  return { ...data, DAYMARK_PUBLIC_URL: data.DAYMARK_PUBLIC_URL ?? localUrl(data) };
}

/** With the file that the value came from, since people look for the fault there. */
function nameOf(path: readonly PropertyKey[], files: Readonly<Record<string, string>>): string {
  const name = path.join('.');
  return files[name] === undefined ? name : `${name} (from ${files[name]})`;
}

const localUrl = ({ PORT }: { PORT: number }): string => `http://localhost:${PORT}`;

const missing = (given: Environment): string[] =>
  given.DAYMARK_FILES_S3_URL === undefined
    ? []
    : WITH_S3.filter((name) => given[name] === undefined).map((name) => `${name}: Is needed with DAYMARK_FILES_S3_URL`);

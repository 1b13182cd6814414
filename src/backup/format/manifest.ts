import { z } from 'zod';

/** Increase it when a reader of the old format could misread the new one. */
export const FORMAT_VERSION = 1;

/** Names of entries. Table rows are in `tables/NAME/NUMBER`, files in `files/KEY`, mail of the outbox in `outbox/NAME`. */
export const ENTRY = { manifest: 'manifest.json', secrets: 'secrets.json', end: 'end.json', tables: 'tables/', files: 'files/', outbox: 'outbox/' } as const;

const Count = z.int().min(0);

/** The first entry: everything that a restore needs before it reads the rest. */
export const Manifest = z.object({
  format: z.literal('daymark-backup'),
  formatVersion: z.int().min(1),
  daymarkVersion: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
  postgresVersion: z.string(),
  /** Names of the migrations that the database had, oldest first. */
  migrations: z.array(z.string()),
  /** In the order of the file, each with the order of its columns. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  hasSecrets: z.boolean(),
  /** Where files of learners were kept. For files in S3, the backup has only the keys. */
  files: z.enum(['in-backup', 'in-s3']),
});
export type Manifest = z.output<typeof Manifest>;

/** Rows and bytes of a table as COPY wrote them, and a digest that does not depend on the order of rows. */
export const TableSum = z.object({ rows: Count, bytes: Count, digest: z.string() });
export type TableSum = z.output<typeof TableSum>;

/** The last entry. A truncated file has none. */
export const End = z.object({
  tables: z.record(z.string(), TableSum),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  files: Count,
  outbox: Count,
  /** Keys of files in S3. */
  s3Keys: z.array(z.string()),
  /** Hash of the names, sizes and bytes of all entries before this one. */
  sha256: z.string(),
});
export type End = z.output<typeof End>;

export const Secrets = z.object({ tokenSecret: z.string().min(32) });
export type Secrets = z.output<typeof Secrets>;

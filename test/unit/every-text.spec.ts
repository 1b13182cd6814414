import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Endpoint } from '../../src/platform/http/endpoint.contract.js';
import { tidyEmail } from '../../src/platform/mail/email-address.contract.js';
import { manyLines, singleLine, unfinished } from '../../src/platform/text/normal-text.contract.js';
import { tidyName } from '../../src/users/person-name.contract.js';
import { tidyDomain } from '../../src/users/registration/registration-policy.contract.js';

const NORMALIZERS: ReadonlySet<unknown> = new Set([singleLine, manyLines, unfinished, tidyName, tidyEmail, tidyDomain]);

type Part = 'params' | 'query' | 'headers' | 'body';
const PARTS: readonly Part[] = ['params', 'query', 'headers', 'body'];
interface Field {
  path: string;
  schema: z.ZodString | z.ZodURL;
}

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'allow' in value && 'body' in value && 'path' in value;

async function declaredEndpoints(): Promise<Endpoint[]> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.contract.ts'));
  const modules = await Promise.all(files.map((file) => import(`../../src/${file}`) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) => Object.values(module).filter(isEndpoint));
}

/** The fields that take a text, wherever they are in a schema. A kind of schema that it does not know fails: it may hold a text. */
function textsIn(schema: z.ZodType, path: string): Field[] {
  if (schema instanceof z.ZodString || schema instanceof z.ZodURL) return [{ path, schema }];
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, inner]) => textsIn(inner as z.ZodType, `${path}.${key}`));
  if (schema instanceof z.ZodArray) return textsIn(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodRecord)
    return [...textsIn(schema.def.keyType as z.ZodType, `${path} key`), ...textsIn(schema.def.valueType as z.ZodType, `${path}{}`)];
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap((option) => textsIn(option, path));
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap((side) => textsIn(side as z.ZodType, path));
  if (schema instanceof z.ZodPipe) return textsIn((schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in) as z.ZodType, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodCatch)
    return textsIn(schema.def.innerType as z.ZodType, path);
  if (WITHOUT_TEXT.some((kind) => schema instanceof kind)) return [];
  throw new Error(`${path}: ${schema.constructor.name} is not known here`);
}
const WITHOUT_TEXT = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodUndefined, z.ZodNull, z.ZodStringFormat, z.ZodCustom, z.ZodUnknown];

/** What no field may take: the database cannot keep it, or it is half a character. */
const UNSTORABLE = ['\0', '\ud800', 'a\udc00b'];
/** A web address is kept as it came, so that it leads where it did. */
const isNormalized = ({ schema }: Field) =>
  schema instanceof z.ZodURL ||
  (schema.def.checks ?? []).some((check) => {
    const { tx } = check._zod.def as { tx?: (text: string) => string };
    return tx !== undefined && NORMALIZERS.has(tx);
  });
const takes = ({ schema }: Field, text: string) => schema.safeParse(text).success;
/** A key or an encoded file is compared or decoded and never shown: only printable ASCII comes in, so there is nothing to normalize. */
const isAscii = (field: Field) => !takes(field, 'é') && !takes(field, 'é'.repeat(10)) && !takes(field, 'e\u0301');

const endpoints = await declaredEndpoints();
const fields = endpoints.flatMap((endpoint) => PARTS.flatMap((part) => textsIn(endpoint[part], `${endpoint.method} ${endpoint.path} ${part}`)));

/** Not kept as they come: passwords are hashed, files are decoded and checked place by place, mail programs name themselves. */
const READ_OTHERWISE = [/ body\.(?:password|current|next)$/, / body(?:\.file)?\.text$/, / headers\.user-agent$/];

describe('every text that a request may hold', () => {
  it('is found: the walk reads all contracts', () => {
    expect(endpoints.length).toBeGreaterThan(120);
    expect(fields.length).toBeGreaterThan(80);
  });

  it('is normalized, or can only be ASCII', () => {
    const others = fields.filter((field) => !isNormalized(field) && !isAscii(field)).map(({ path }) => path);
    expect(others.filter((path) => !READ_OTHERWISE.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('is refused with NUL or half a character in it', () => {
    const taking = fields.filter((field) => UNSTORABLE.some((text) => ['', 'wren ', 'https://harbour.example/'].some((before) => takes(field, before + text))));
    expect(taking.map(({ path }) => path).filter((path) => !READ_OTHERWISE.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('may have twenty thousand marks on a letter', () => {
    for (const { schema } of fields) schema.safeParse(`a${'\u0316\u0301'.repeat(10_000)}`);
  });

  it('is brought to its normal form by normalForm, which takes a text of any length', () => {
    const files = ['src', 'web/src'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`));
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'));
    // Passwords are cut to a length first: no mark of theirs may be dropped.
    const may = ['src/platform/text/normal-text.contract.ts', 'src/users/passwords.ts', 'src/users/users.contract.ts'];
    expect(
      sources.filter((file) => readFileSync(file, 'utf8').includes(".normalize('NF") || readFileSync(file, 'utf8').includes('.normalize(form')).sort(),
    ).toEqual(may);
  });
});

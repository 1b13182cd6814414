import { z } from 'zod';
import type { Permission, Scope } from '../auth/permission.contract.js';
import type { ProblemKind } from './problem.contract.js';
import { Opaque } from '../text/normal-text.contract.js';

/** Everything that is true of one endpoint, said once: the server routes by it, the web calls by it, OpenAPI and the tests read it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Headers extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:name` for each of `params`. */
  readonly path: `/${string}`;
  /** What it does, for the API's readers: a sentence without a full stop. */
  readonly summary: string;
  readonly allow: Permission;
  /** What a personal access token must be allowed to come here; without it only people who are signed in do. */
  readonly scope: Scope | undefined;
  readonly params: Params;
  readonly query: Query;
  /** Request headers it reads, by lower-case name. */
  readonly headers: Headers;
  readonly body: Body;
  readonly answer: Answer;
  /** Of a success; 201 for POST, 204 where nothing is answered, else 200, unless said. */
  readonly status: 200 | 201 | 202 | 204;
  /** How it may refuse, besides the ways every endpoint can. */
  readonly refusals: readonly ProblemKind[];
  /** Media type of the body: JSON unless said; any other goes with `FileBody`. */
  readonly takes: string;
  /** Media type of the answer: JSON unless said; any other goes with `FileAnswer`, whose own type is sent. */
  readonly sends: string;
  /** Largest body, in bytes. */
  readonly bodyBytes: number;
  /** The mail it sends to an address that anybody can type; such requests have limits of their own. Absent where it sends none. */
  readonly mails: 'reset-link' | 'confirmation' | undefined;
  /** Whether it may be sent as a form and from other sites, as mail programs do; every other write refuses both. */
  readonly forms: boolean;
  /** Name of the event that each of its outcomes is in the security log; absent where it is none. */
  readonly securityEvent: string | undefined;
}

type Said = Pick<Endpoint, 'method' | 'path' | 'summary' | 'allow'> &
  Partial<Pick<Endpoint, 'scope' | 'refusals' | 'status' | 'takes' | 'sends' | 'bodyBytes' | 'mails' | 'forms' | 'securityEvent'>>;
/** What an endpoint does not take. */
export const NOTHING = z.undefined();
type Nothing = typeof NOTHING;

export const JSON_TYPE = 'application/json';
/** Enough for every endpoint that takes no files. */
const BODY_BYTES = 1_048_576;
export const TEN_MEGABYTES = 10 * 1_048_576;
/** For endpoints that take a file of up to 10 MB inside JSON: base64 needs four bytes for three. */
export const TEN_MEGABYTES_IN_JSON = Math.ceil((TEN_MEGABYTES * 4) / 3) + 65_536;

/** A body that is a file: its bytes, whatever they are. */
export const FileBody = z.instanceof(Uint8Array);
/** An answer that is a file. It is offered to be saved, unless it is `inline`. */
export const FileAnswer = z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array), inline: z.boolean().optional() });
export type FileAnswer = z.output<typeof FileAnswer>;

export function endpoint<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Headers extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Answer extends z.ZodType = Nothing,
>(said: Said & { params?: Params; query?: Query; headers?: Headers; body?: Body; answer?: Answer }): Endpoint<Params, Query, Headers, Body, Answer> {
  const status = said.answer === undefined ? 204 : said.method === 'POST' ? 201 : 200;
  const unsaid = {
    params: NOTHING,
    query: NOTHING,
    headers: NOTHING,
    body: NOTHING,
    answer: NOTHING,
    refusals: [],
    status,
    scope: undefined,
    mails: undefined,
    forms: false,
    securityEvent: undefined,
  };
  const asJson = { takes: JSON_TYPE, sends: JSON_TYPE, bodyBytes: BODY_BYTES };
  return { ...unsaid, ...asJson, ...said } as unknown as Endpoint<Params, Query, Headers, Body, Answer>;
}

type Part<Name extends string, Schema extends z.ZodType> = Schema extends z.ZodUndefined
  ? { [K in Name]?: never }
  : object extends z.input<Schema>
    ? { [K in Name]?: z.input<Schema> }
    : { [K in Name]: z.input<Schema> };
/** What a caller sends: a part without a required member may be left out, and what an endpoint does not take may not be sent. */
export type Sent<E extends Endpoint> = Part<'params', E['params']> & Part<'query', E['query']> & Part<'headers', E['headers']> & Part<'body', E['body']>;
/** What a handler gets: checked, with defaults filled in. */
export type Received<E extends Endpoint> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  headers: z.output<E['headers']>;
  body: z.output<E['body']>;
};
export type Answer<E extends Endpoint> = z.output<E['answer']>;

/** The query of a list: how many, and where the page before ended. */
export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: Opaque.max(200).optional().describe('`nextCursor` of the page before'),
});

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** For writes that a flaky phone may repeat: a UUID made on the device, which becomes the row's id. */
export const IdempotencyKey = z.object({
  'idempotency-key': z.uuid().toLowerCase().optional().describe('A UUID of your own; the same one sent again counts once'),
});

/** The request that sends this to an endpoint, below the address of the server: what every caller of the API starts from. */
export function requestOf<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
): { path: string; init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } } {
  const { params, query, headers, body } = sent as Partial<Record<'params' | 'query' | 'headers', Record<string, unknown>>> & { body?: unknown };
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')));
  const given = (part: Record<string, unknown> = {}) =>
    Object.entries(part).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  const search = given(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': endpoint.takes };
  const bytes = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
  return {
    path: `/api/v1${path}${search.length > 0 ? `?${search.join('&')}` : ''}`,
    init: { method: endpoint.method, headers: { ...type, ...Object.fromEntries(given(headers)) }, ...(body !== undefined && { body: bytes }) },
  };
}

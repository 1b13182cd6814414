import type { Answer, Endpoint, FileAnswer, Sent } from '../../src/platform/http/endpoint.contract.js';
import { JSON_TYPE, NOTHING, requestOf } from '../../src/platform/http/endpoint.contract.js';
import { nameOf } from '../../src/platform/http/file-name.contract.js';
import { ProblemBody } from '../../src/platform/http/problem.contract.js';
import { recordAnswer } from './records.js';

/** A refusal as it came, with its status and headers. */
export class Refused extends Error {
  constructor(
    readonly problem: ProblemBody & Record<string, unknown>,
    readonly headers: Headers,
  ) {
    super(`${problem.status} ${problem.type} ${problem.detail ?? ''}`);
  }
}

/** Speaks HTTP by the contracts, as the web app does; holds every answer against its schema. */
export class Caller {
  cookie: string | undefined;

  constructor(
    readonly url: string,
    public token?: string,
  ) {}

  /** The answer; throws what was refused. */
  async call<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Answer<E>> {
    const response = await this.send(endpoint, sent);
    if (response.ok && endpoint.sends !== JSON_TYPE) return (await this.file(endpoint, response)) as Answer<E>;
    const text = await response.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    const address = `${endpoint.method} ${endpoint.path}`;
    if (!response.ok) {
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const problem = ProblemBody.parse(body);
      recordAnswer(address, problem.type.replace('/problems/', ''));
      throw new Refused(problem, response.headers);
    }
    expect(response.status).toBe(endpoint.status);
    if (endpoint.answer !== NOTHING) expect(endpoint.answer.parse(body)).toEqual(body);
    recordAnswer(address, 'ok');
    return body as Answer<E>;
  }

  private async file(endpoint: Endpoint, response: Response): Promise<FileAnswer> {
    expect(response.status).toBe(endpoint.status);
    recordAnswer(`${endpoint.method} ${endpoint.path}`, 'ok');
    const { headers } = response;
    return { name: nameOf(headers.get('content-disposition')), type: headers.get('content-type') ?? '', bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** The refusal; fails when it is answered after all. */
  async refused<E extends Endpoint>(endpoint: E, sent: unknown): Promise<ProblemBody & Record<string, unknown>> {
    const outcome = await this.call(endpoint, sent as Sent<E>).catch((error: unknown) => error);
    if (outcome instanceof Refused) return outcome.problem;
    throw outcome instanceof Error ? outcome : new Error(`${endpoint.method} ${endpoint.path} answered ${JSON.stringify(outcome)} and should have refused`);
  }

  private async send<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Response> {
    const { path, init } = requestOf(endpoint, sent);
    const own = { ...(this.token && { authorization: `Bearer ${this.token}` }), ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(`${this.url}${path}`, { ...init, headers: { ...own, ...init.headers } });
    // The first is of the session; the one that tells a known browser is left out, so that everybody in the tests is a stranger.
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0];
    return response;
  }
}

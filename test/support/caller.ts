import type { Answer, Endpoint, Sent } from '../../src/platform/http/endpoint.contract.js';
import { NOTHING } from '../../src/platform/http/endpoint.contract.js';
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

  /** The refusal; fails when it is answered after all. */
  async refused<E extends Endpoint>(endpoint: E, sent: unknown): Promise<ProblemBody & Record<string, unknown>> {
    const outcome = await this.call(endpoint, sent as Sent<E>).catch((error: unknown) => error);
    if (outcome instanceof Refused) return outcome.problem;
    throw outcome instanceof Error ? outcome : new Error(`${endpoint.method} ${endpoint.path} answered ${JSON.stringify(outcome)} and should have refused`);
  }

  private async send(endpoint: Endpoint, sent: unknown): Promise<Response> {
    const { params, query, headers, body } = sent as { params?: Record<string, string>; query?: Record<string, unknown>; headers?: Record<string, string>; body?: unknown };
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])).toString();
    const response = await fetch(`${this.url}/api/v1${path}${search && `?${search}`}`, {
      method: endpoint.method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0];
    return response;
  }
}

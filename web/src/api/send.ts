import { JSON_TYPE, NOTHING, requestOf, type Answer, type Endpoint, type FileAnswer, type Sent } from '@server/platform/http/endpoint.contract';
import { nameOf } from '@server/platform/http/file-name.contract';
import { ProblemBody } from '@server/platform/http/problem.contract';
import { inBase } from './base';
import { NoAnswer, readRetryAfter, Refusal } from './refusal';

export interface How {
  token?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends to an endpoint: the one place in the web app that fetches. Throws a Refusal, or NoAnswer when the network or the server is gone. */
export async function send<E extends Endpoint>(endpoint: E, sent: Sent<E>, { token, signal }: How = {}): Promise<Answer<E>> {
  const { path, init } = requestOf(endpoint, sent);
  const headers = { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(inBase(path), { ...init, headers, credentials: 'same-origin', ...(signal && { signal }) }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new NoAnswer({ cause: error });
  });
  if (response.ok && endpoint.sends !== JSON_TYPE) return (await fileOf(response)) as Answer<E>;
  const answer = await bodyOf(response);
  if (!response.ok) throw refusalOf(answer, retryAfterOf(response));
  // An answer this page cannot read is a newer server's: say so as a fault, never show half of it.
  return (endpoint.answer === NOTHING ? undefined : endpoint.answer.parse(answer)) as Answer<E>;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  } catch (error) {
    throw new NoAnswer({ cause: error }, retryAfterOf(response));
  }
}

async function fileOf(response: Response): Promise<FileAnswer> {
  try {
    const { headers } = response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { name: nameOf(headers.get('content-disposition')), type: headers.get('content-type') ?? 'application/octet-stream', bytes };
  } catch (error) {
    throw new NoAnswer({ cause: error });
  }
}

const retryAfterOf = ({ headers }: Response): number => readRetryAfter(headers.get('retry-after'));

/** A proxy between may answer something of its own; that is no answer of ours. */
function refusalOf(body: unknown, retryAfterSeconds: number): Error {
  const problem = ProblemBody.safeParse(body);
  return problem.success ? new Refusal(problem.data, retryAfterSeconds) : new NoAnswer(undefined, retryAfterSeconds);
}

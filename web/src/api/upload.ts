import { requestOf, type Answer, type Endpoint, type Sent } from '@server/platform/http/endpoint.contract';
import { notSignedIn } from '@server/platform/http/problems.contract';
import { ProblemBody } from '@server/platform/http/problem.contract';
import { inBase } from './base';
import { isRefusal, NoAnswer, Refusal } from './refusal';
import { readSession, readToken, renew } from './session';

/**
 * Sends a file as `call` sends JSON, and tells how far it is, 0 to 1: `fetch` cannot say that of what it sends.
 * Throws a Refusal, or NoAnswer when the network or the server is gone.
 */
export async function upload<E extends Endpoint>(endpoint: E, sent: Sent<E>, onProgress: (share: number) => void): Promise<Answer<E>> {
  const caller = readSession().account?.id;
  try {
    return await once(endpoint, sent, onProgress);
  } catch (error) {
    if (!isRefusal(error, notSignedIn) || !(await renew())) throw error;
    if (readSession().account?.id !== caller) throw error;
    return once(endpoint, sent, onProgress);
  }
}

function once<E extends Endpoint>(endpoint: E, sent: Sent<E>, onProgress: (share: number) => void): Promise<Answer<E>> {
  const { path, init } = requestOf(endpoint, sent);
  const token = readToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method, inBase(path));
    for (const [name, value] of Object.entries({ ...init.headers, ...(token && { authorization: `Bearer ${token}` }) })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onerror = () => reject(new NoAnswer());
    request.onload = () => {
      try {
        resolve(answerOf(endpoint, request));
      } catch (error) {
        reject(error instanceof Refusal ? error : new NoAnswer({ cause: error }));
      }
    };
    request.send(init.body ?? null);
  });
}

function answerOf<E extends Endpoint>(endpoint: E, { status, responseText }: XMLHttpRequest): Answer<E> {
  const body: unknown = JSON.parse(responseText);
  if (status >= 400) throw new Refusal(ProblemBody.parse(body));
  return endpoint.answer.parse(body) as Answer<E>;
}

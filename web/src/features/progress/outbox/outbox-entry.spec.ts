import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { assertProperty } from '../../../../../test/support/property';
import { NoAnswer, Refusal } from '../../../api/refusal';
import { inOrder, mayPass, RETRY_MS, sendInOrder, waitAfter, type KeptStudy } from './outbox-entry';

const refusal = (status: number, slug = 'day-is-full') =>
  new Refusal({ type: `/problems/${slug}`, title: 'Refused', status, detail: 'Only 10 minutes are left.' });
const kept = (attempt: string): KeptStudy => ({
  attempt,
  accountId: 'a',
  enrollmentId: 'e',
  study: { date: '2026-03-02', minutes: 30 },
  title: 'ML lifecycle',
  refusal: null,
});

describe('study that waits on a device', () => {
  it('goes in the order in which it was logged, whatever order it is found in', () => {
    const attempts = Array.from({ length: 20 }, () => uuidv7());
    const found = [...attempts].reverse().map(kept);
    expect(inOrder(found).map(({ attempt }) => attempt)).toEqual(attempts);
  });

  it('waits where nobody answers or the server cannot, and is told where it is refused', () => {
    expect([new NoAnswer(), refusal(503), refusal(429, 'too-many-requests'), refusal(401, 'not-signed-in')].map(mayPass)).toEqual([true, true, true, true]);
    expect([refusal(409), refusal(422), new Error('of our own')].map(mayPass)).toEqual([false, false, false]);
  });

  it('stays with the reason when it is refused, and lets the others pass', async () => {
    const [first, second, third] = ['1', '2', '3'].map(kept);
    const fates: string[] = [];
    const stopped = await sendInOrder(
      [third!, second!, first!],
      ({ attempt }) => (attempt === '2' ? Promise.reject(refusal(409)) : Promise.resolve()),
      async ({ attempt, refusal: why }, fate) => void fates.push(`${attempt} ${fate} ${why ?? ''}`.trim()),
    );
    expect([stopped, fates]).toEqual([undefined, ['1 sent', '2 refused Only 10 minutes are left.', '3 sent']]);
  });

  it('stops at a server that is busy, and waits as long as that server asks', async () => {
    const busy = new Refusal({ type: '/problems/too-many-requests', title: 'Too many requests', status: 429 }, 90);
    const sent: string[] = [];
    const stopped = await sendInOrder(
      ['1', '2'].map(kept),
      ({ attempt }) => (sent.push(attempt), Promise.reject(busy)),
      () => Promise.reject(new Error('nothing becomes of it')),
    );
    expect([sent, stopped]).toEqual([['1'], { cause: busy }]);
    expect([waitAfter(busy), waitAfter(new NoAnswer(undefined, 40)), waitAfter(new NoAnswer())]).toEqual([90_000, 40_000, RETRY_MS]);
  });

  it('never overtakes, and is never lost: after any number of broken rounds the server has each once, in order', async () => {
    const Rounds = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 });
    await assertProperty(
      fc.asyncProperty(Rounds, fc.boolean(), async (answered, isAnswerLost) => {
        let waiting = ['1', '2', '3', '4', '5'].map(kept);
        const server: string[] = [];
        const arrive = ({ attempt }: KeptStudy) => (server.includes(attempt) ? undefined : server.push(attempt));
        for (const most of [...answered, 99]) {
          let left = most;
          const send = async (entry: KeptStudy) => {
            if (left-- > 0) return arrive(entry);
            // The network goes: before the request, or after the server has it.
            if (isAnswerLost) arrive(entry);
            throw new NoAnswer();
          };
          await sendInOrder(waiting, send, async ({ attempt }) => void (waiting = waiting.filter((entry) => entry.attempt !== attempt)));
        }
        expect([server, waiting]).toEqual([['1', '2', '3', '4', '5'], []]);
      }),
    );
  });
});

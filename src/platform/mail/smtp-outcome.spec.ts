import { MOST_ATTEMPTS, smtpOutcome, waitAfter } from './smtp-outcome.js';

describe('a failed attempt to send', () => {
  it.each([
    ['no server at the address', { code: 'ESOCKET', message: 'connect ECONNREFUSED' }],
    ['a time-out while greeting', { code: 'ETIMEDOUT', message: 'Greeting never received' }],
    ['a sender greylisted', { code: 'EENVELOPE', responseCode: 451, message: 'come back later' }],
    ['a password that is not right', { code: 'EAUTH', responseCode: 535, message: 'Invalid login' }],
    ['a server that takes nothing at all', { code: 'EPROTOCOL', responseCode: 554, message: 'Invalid greeting' }],
    ['a session gone out of step', { code: 'EENVELOPE', responseCode: 503, message: 'bad sequence' }],
  ])('is tried again after %s', (_, fault) => {
    expect(smtpOutcome(fault, false).kind).toBe('later');
  });

  it.each([
    ['a mailbox that does not exist', { code: 'EENVELOPE', responseCode: 550, message: 'no such user' }],
    ['an address that is none', { code: 'EENVELOPE', message: 'Invalid recipient' }],
  ])('is the last one after %s', (_, fault) => {
    expect(smtpOutcome(fault, false).kind).toBe('failed');
  });

  it('leaves open whether a letter arrived that was handed over without an answer', () => {
    expect(smtpOutcome({ code: 'ETIMEDOUT', message: 'Timeout' }, true)).toEqual({ kind: 'unknown', response: 'ETIMEDOUT Timeout' });
    expect(smtpOutcome({ code: 'ECONNECTION', message: 'Connection closed unexpectedly' }, true).kind).toBe('unknown');
  });

  it('believes the answer to a letter that was handed over', () => {
    expect(smtpOutcome({ code: 'EMESSAGE', responseCode: 452, message: 'mailbox full' }, true).kind).toBe('later');
    expect(smtpOutcome({ code: 'EMESSAGE', responseCode: 554, message: 'looks like spam' }, true).kind).toBe('failed');
  });
});

describe('the wait between attempts', () => {
  it('grows from half a minute to an hour, about five hours in all', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, i) => waitAfter(i + 1));
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
    expect(Math.max(...waits)).toBe(3_600);
    expect(waits.reduce((sum, seconds) => sum + seconds, 0) / 3_600).toBeCloseTo(5, 0);
  });
});

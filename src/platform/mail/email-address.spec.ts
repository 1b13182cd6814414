import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { asciiEmail, Email, emailKey } from './email-address.contract.js';

const linesOf = (file: string) => readFileSync(`test/fixtures/accounts/${file}`, 'utf8').trim().split('\n');

describe('an email address', () => {
  it.each([...linesOf('emails.txt'), ...linesOf('emails-html.txt')])('may be %s', (email) => {
    expect(Email.parse(email)).toBe(email);
    const host = email.split('@')[1]!;
    expect(asciiEmail(email)).toBe(`${email.split('@')[0]}@${domainToASCII(host)}`);
  });

  it.each(['', 'wren', '@harbour.example', 'wren@', 'wren harbour@harbour.example', 'a@b@harbour.example', 'wren@harbour..example'])('is not “%s”', (text) => {
    expect(Email.safeParse(text).success).toBe(false);
  });

  it.each(['wren@-harbour.example', 'wren@[127.0.0.1]', 'wren@harbour.example:25', 'wren@bücher.example/x', 'wren@xn--a.example', 'wren@b%C3%BC.example'])(
    'is not %s, whose host cannot be one',
    (text) => expect(Email.safeParse(text).success).toBe(false),
  );

  it.each(['wr\u200ben@harbour.example', 'wren\n@harbour.example', 'wren\u202e@harbour.example', 'wren,rook@harbour.example', '<wren>@harbour.example'])(
    'holds nothing invisible, and nothing that mail reads as more than one address: %j',
    (text) => expect(Email.safeParse(text).success).toBe(false),
  );

  it('is one account in every case, normal form and spelling of its host', () => {
    const key = 'jörg@xn--bcher-kva.example';
    for (const typed of ['jörg@bücher.example', ' JÖRG@BÜCHER.example ', 'jörg@bücher.example'.normalize('NFD'), 'Jörg@XN--BCHER-KVA.example'])
      expect(emailKey(typed)).toBe(key);
    expect(emailKey('почта@прим.рф')).toBe('почта@xn--h1aihe.xn--p1ai');
  });

  it.each([
    ['οδος.α@harbour.example', 'ΟΔΟΣ.Α@harbour.example'],
    ['οδοσ@harbour.example', 'οδος@harbour.example'],
    ['ǰ@harbour.example', 'J\u030c@harbour.example'],
    ['i\u0307@harbour.example', 'İ@harbour.example'],
    ['ß@harbour.example', 'ẞ@harbour.example'],
    ['\u0390@harbour.example', 'Ϊ\u0301@harbour.example'],
    ['k@harbour.example', '\u212a@harbour.example'],
  ])('has one key for %s and %s', (one, other) => expect(emailKey(other)).toBe(emailKey(one)));

  it('has two keys for letters that mail servers tell apart', () => {
    expect(emailKey('strasse@harbour.example')).not.toBe(emailKey('straße@harbour.example'));
    expect(emailKey('i@harbour.example')).not.toBe(emailKey('ı@harbour.example'));
  });

  const letters = fc.oneof(fc.constantFrom(...'İIıiſsςσΣẞßǰJ\u030c\u0301\u0307\u0345ᾼΪK\u212a.@-'), fc.string({ unit: 'binary', maxLength: 3 }));
  const texts = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));
  const addresses = fc.oneof(
    texts,
    fc.tuple(texts, fc.constantFrom('harbour.example', 'BÜCHER.example', 'XN--BCHER-KVA.example', 'x')).map((parts) => parts.join('@')),
  );

  it('has a key that is its own key, and that the case and the normal form do not change', () => {
    assertProperty(
      fc.property(addresses, (email) => {
        const key = emailKey(email);
        expect(emailKey(key)).toBe(key);
        expect(emailKey(email.normalize('NFD'))).toBe(key);
        expect(emailKey(email.normalize('NFC'))).toBe(key);
      }),
      { runs: 2_000 },
    );
  });

  it('has a key for every letter that is its own key, also next to another letter', () => {
    const changed: string[] = [];
    for (let point = 0x21; point < 0x30000; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const key = emailKey(`a${String.fromCodePoint(point)}b@x`);
      if (emailKey(key) !== key) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('has a key even where it is none, so that signing in can look for it', () => {
    expect(emailKey(' Nobody ')).toBe('nobody');
  });

  it('is at most 254 characters long, in the form that mail servers get', () => {
    expect(Email.safeParse(`${'w'.repeat(242)}@harbour.ex`).success).toBe(true);
    expect(Email.safeParse(`${'w'.repeat(244)}@harbour.ex`).success).toBe(false);
    expect(Email.safeParse(`${'w'.repeat(235)}@bücher.example`).success).toBe(false);
  });
});

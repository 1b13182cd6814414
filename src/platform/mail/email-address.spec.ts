import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
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

  it('has a key even where it is none, so that signing in can look for it', () => {
    expect(emailKey(' Nobody ')).toBe('nobody');
  });

  it('is at most 254 characters long, in the form that mail servers get', () => {
    expect(Email.safeParse(`${'w'.repeat(242)}@harbour.ex`).success).toBe(true);
    expect(Email.safeParse(`${'w'.repeat(244)}@harbour.ex`).success).toBe(false);
    expect(Email.safeParse(`${'w'.repeat(235)}@bücher.example`).success).toBe(false);
  });
});

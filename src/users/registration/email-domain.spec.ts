import { isOfDomains, onceEach } from './email-domain.js';
import { EmailDomain, RegistrationPolicyChange } from './registration-policy.contract.js';

describe('an address of a domain', () => {
  it.each([
    ['wren@example.org', 'example.org', true],
    ['Wren@EXAMPLE.org', 'example.org', true],
    [' wren@example.org ', 'example.org', true],
    ['wren@mail.example.org', 'example.org', false],
    ['wren@badexample.org', 'example.org', false],
    ['wren@example.org.evil.example', 'example.org', false],
    ['wren@example.org@evil.example', 'example.org', false],
    ['"wren@example.org"@evil.example', 'example.org', false],
    ['wren@mail.example.org', '*.example.org', true],
    ['wren@a.b.example.org', '*.example.org', true],
    ['wren@example.org', '*.example.org', false],
    ['wren@badexample.org', '*.example.org', false],
    ['wren@bücher.example', 'xn--bcher-kva.example', true],
    ['wren@xn--bcher-kva.example', 'bücher.example', true],
    ['wren@BÜCHER.example', 'bücher.example', true],
    ['wren@mail.bücher.example', '*.xn--bcher-kva.example', true],
    ['wren@bucher.example', 'bücher.example', false],
    ['wren', 'wren', false],
  ])('%s of %s: %s', (email, domain, is) => {
    expect(isOfDomains(email, [domain])).toBe(is);
    expect(isOfDomains(email, ['other.example', domain])).toBe(is);
    expect(isOfDomains(email, [])).toBe(false);
  });
});

describe('a domain that an admin writes', () => {
  it.each([
    [' Example.ORG ', 'example.org'],
    ['@example.org', 'example.org'],
    ['*.Example.org', '*.example.org'],
    ['Bücher.example', 'bücher.example'],
  ])('%s is kept as %s', (written, kept) => expect(EmailDomain.parse(written)).toBe(kept));

  it.each(['', '*', '*.', 'exa mple.org', 'wren@example.org', 'example..org', '-a.example', 'https://example.org', '*.*.example.org', 'a*.example.org'])(
    '%j is none',
    (written) => expect(EmailDomain.safeParse(written).success).toBe(false),
  );

  it('is there once, however it is written', () => {
    expect(onceEach(['bücher.example', 'a.example', 'xn--bcher-kva.example', '*.a.example'])).toHaveLength(3);
  });

  it('is needed where the mode is domain', () => {
    expect(RegistrationPolicyChange.safeParse({ mode: 'domain', domains: [] }).success).toBe(false);
    expect(RegistrationPolicyChange.parse({ mode: 'open' })).toEqual({ mode: 'open', domains: [] });
  });
});

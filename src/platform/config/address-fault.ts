/** Characters that end a part of an address, so a password must not contain them as they are. */
const CODES = { '%': '%25', '@': '%40', '/': '%2F', '#': '%23', '?': '%3F' };

const ENCODE =
  `A password in an address must be percent-encoded: write ` +
  Object.entries(CODES)
    .map(([character, code]) => `${code} for ${character}`)
    .join(', ');

/**
 * Why this is not an address of that kind; nothing if it is. A password with `@`, `/`, `#` or `?` in it often still gives an address, of
 * another host: then we say to encode it. The text is a secret and never part of the answer.
 */
export function addressFault(text: string, protocol: RegExp, example: string): string | undefined {
  const mustBe = `Must be an address like ${example}`;
  if (!URL.canParse(text)) return hasRawPassword(text, protocol) ? ENCODE : mustBe;
  const url = new URL(text);
  if (!protocol.test(url.protocol.slice(0, -1))) return mustBe;
  return isMisread(url) ? ENCODE : undefined;
}

/** An address that can't be read at all, where something before its last `@` ends the host and port. */
function hasRawPassword(text: string, protocol: RegExp): boolean {
  const [scheme, ...rest] = text.split('://');
  const beforeHost = rest.join('://').split('@').slice(0, -1).join('@');
  return protocol.test(scheme ?? '') && /[/#?%]/.test(beforeHost);
}

/** Signs that a part of the password was taken for the path, the query or the fragment. */
function isMisread(url: URL): boolean {
  if (url.hash !== '' || url.pathname.includes('@')) return true;
  if ([...url.searchParams.keys()].some((name) => name.includes('@'))) return true;
  if (url.username === '' && url.pathname.length < 2 && url.search.includes('@')) return true;
  return [url.username, url.password, url.pathname].some((part) => !isDecodable(part));
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The first parts of our own addresses: behind a proxy that removes the path, they could not be told from it. */
const OWN = ['api', 'assets', 'health', 'metrics'];

/** Why Daymark can't be reached at this public address; nothing if it can. */
export function publicAddressFault(text: string): string | undefined {
  const example = 'https://daymark.example.org';
  const fault = addressFault(text, /^https?$/, example);
  if (fault === ENCODE || (URL.canParse(text) && hasMore(new URL(text)))) return `Must be an address like ${example}, without user, query or fragment`;
  if (fault) return fault;
  const path = new URL(text).pathname.replace(/\/+$/, '');
  if (!/^(\/[A-Za-z0-9._~-]+)*$/.test(path)) return 'Its path can have letters, digits, dots, hyphens, underscores and single slashes';
  const first = path.split('/')[1] ?? '';
  return OWN.includes(first) ? `Its path can’t begin with /${first}, which Daymark uses itself: choose another, such as /daymark` : undefined;
}

const hasMore = ({ username, password, search, hash }: URL): boolean => [username, password, search, hash].some((part) => part !== '');

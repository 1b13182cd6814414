/**
 * HTML as plain text, for descriptions that come from an editor in the browser. Nothing is rendered or trusted: what is left is text, to be
 * shown as text. Every step reads the input once from front to back, so that no input, however built, takes longer than its length.
 */
export function htmlText(html: string): string {
  return decoded(withoutTags(withoutHidden(html)));
}

/** Whether a text is likely to be HTML though nobody says so: it closes an element or breaks a line. */
export const looksLikeHtml = (text: string): boolean => /<\/[a-z][a-z0-9]*\s*>|<br\s*\/?>/i.test(text);

/** Comments, and elements whose content is no text; one that is never closed takes the rest with it, as in a browser. */
function withoutHidden(html: string): string {
  const opening = /<!--|<(script|style|template|iframe|svg)\b/gi;
  let text = '';
  for (let at = 0; ;) {
    opening.lastIndex = at;
    const open = opening.exec(html);
    if (!open) return text + html.slice(at);
    text += html.slice(at, open.index);
    const closing = open[1] ? new RegExp(`</${open[1]}[^<>]*>`, 'gi') : /-->/g;
    closing.lastIndex = opening.lastIndex;
    if (!closing.test(html)) return text;
    at = closing.lastIndex;
  }
}

/** What stands on lines of its own. */
const BLOCKS = new Set(['address', 'blockquote', 'div', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre', 'section', 'table', 'ul']);
const LINES = new Set(['br', 'dd', 'dt', 'tr']);
const CELLS = new Set(['td', 'th']);

/**
 * A tag ends at the next '>', even inside an attribute, and never spans a '<': the rest of such an attribute stays as words. A '<' that is
 * left before a letter or another '<' is set off with a space, so that no tag can be put together from pieces of others.
 */
function withoutTags(html: string): string {
  return html.replace(/\s+/g, ' ').replace(/<[a-z/!?][^<>]*>|<(?=[<a-z/!?])/gi, (tag) => (tag === '<' ? '< ' : insteadOf(tag)));
}

function insteadOf(tag: string): string {
  const [, slash, name = ''] = /^<(\/?)([a-z0-9]*)/i.exec(tag) ?? [];
  const element = name.toLowerCase();
  if (BLOCKS.has(element)) return '\n\n';
  if (LINES.has(element)) return '\n';
  if (element === 'li') return slash ? '' : '\n- ';
  return CELLS.has(element) ? ' ' : '';
}

/** The names of U+00A0 to U+00FF, in their order (HTML 4). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ' +
  'ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
  'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml ' +
  'aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave ' +
  'uacute ucirc uuml yacute thorn yuml';
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, i): [string, string] => [name, String.fromCodePoint(0xa0 + i)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }),
  ...Object.entries({ ndash: '–', mdash: '—', hellip: '…', bull: '•', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({ euro: '€', trade: '™', rarr: '→', larr: '←', le: '≤', ge: '≥', ne: '≠', minus: '−', infin: '∞', pi: 'π', ensp: ' ', emsp: ' ' }),
]);

/** Once, so that '&amp;lt;' is the text '&lt;'; an entity that is not known here stays as it is written. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name) return ENTITIES.get(name) ?? entity;
    const point = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

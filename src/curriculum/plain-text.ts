/**
 * Markdown as one line of plain text, for places that hold no more: an excerpt, a row of a list, a quotation. Marks go, words stay; a link
 * is its text, a picture what it shows, a list its entries with commas. HTML stays, as it does on the pages, where it is text too.
 */
export function plainText(markdown: string): string {
  const lines = blocks(markdown).map((block) => ({ ...block, text: inline(block.text) }));
  const said = lines.filter(({ text }) => text !== '');
  return said
    .map(({ kind, text }, index) => {
      const next = said[index + 1];
      if (!next || ENDS_WITH_A_STOP.test(text)) return text;
      if (kind === 'entry') return next.kind === 'entry' ? `${text},` : `${text}.`;
      return kind === 'heading' ? `${text}.` : text;
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Block {
  kind: 'prose' | 'heading' | 'entry' | 'code';
  text: string;
}

const ENDS_WITH_A_STOP = /[.,;:!?…]["”’)]?$/u;
const FENCE = /^ {0,3}(?:```|~~~)/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const UNDERLINE = /^ {0,3}(?:=+|-+) *$/;
const REFERENCE = /^ {0,3}\[[^\]]+\]: /;
const TABLE_RULE = /^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/;

/** Line by line what each is, without the marks at its beginning; a line goes on with the one before unless it begins something. */
function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    const last = found.at(-1);
    if (FENCE.test(line)) isCode = !isCode;
    else if (isCode) found.push({ kind: 'code', text: literal(line) });
    else if (UNDERLINE.test(line) && last?.kind === 'prose' && last.text !== '') last.kind = 'heading';
    else if (!RULE.test(line) && !REFERENCE.test(line) && !TABLE_RULE.test(line)) add(found, blockOf(line.replace(/^(?: {0,3}> ?)+/, '')));
  }
  return found;
}

function add(found: Block[], block: Block): void {
  const last = found.at(-1);
  const goesOn = block.kind === 'prose' && block.text !== '' && last && last.text !== '' && (last.kind === 'prose' || last.kind === 'entry');
  if (goesOn) last.text += ` ${block.text}`;
  else found.push(block);
}

function blockOf(line: string): Block {
  const heading = /^ {0,3}#{1,6} (.*)$/.exec(line);
  if (heading) return { kind: 'heading', text: (heading[1] ?? '').replace(/ #+ *$/, '') };
  const entry = /^ *(?:[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] )?(.*)$/.exec(line);
  if (entry) return { kind: 'entry', text: entry[1] ?? '' };
  return { kind: 'prose', text: /^ *\|.*\| *$/.test(line) ? line.replaceAll('|', ' ') : line.trim() };
}

/** Signs that stand for themselves wait in the private use area while the marks around them go. */
const KEPT_FROM = 0xe000;
const literal = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, (sign) => String.fromCharCode(KEPT_FROM + sign.charCodeAt(0)));
const spoken = (text: string) => text.replaceAll(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - KEPT_FROM));

/** No text between marks is longer; so no mark makes one look on to the end of a long text. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/!?\[([^[\]]{0,500})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,500}\])/g, '$1'],
  [/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/g, '$1'],
  [/\*\*\*(?=\S)([^*]{1,2000})(?<=\S)\*\*\*/g, '$1'],
  [/\*\*(?=\S)([^*]{1,2000})(?<=\S)\*\*/g, '$1'],
  [/(?<![\p{L}\p{N}_])__(?=\S)([^_]{1,2000})(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1'],
  [/\*(?=\S)([^*]{1,2000})(?<=\S)\*/g, '$1'],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,2000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/~~(?=\S)([^~]{1,2000})(?<=\S)~~/g, '$1'],
];
/** Marks within marks: **_so_**, [**so**](…). */
const DEEPEST = 3;

function inline(text: string): string {
  let plain = text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => literal(sign))
    .replaceAll(/(?<!`)(`{1,3})(?!`)([^\n]{1,2000}?)(?<!`)\1(?!`)/g, (_, _ticks, code: string) => literal(code.trim()));
  for (let depth = 0; depth < DEEPEST; depth += 1) for (const [mark, words] of MARKS) plain = plain.replaceAll(mark, words);
  return spoken(plain).trim();
}

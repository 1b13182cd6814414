import type { ToldChange } from '@server/curriculum/curriculum.contract';

/** A stretch of text that stayed, went or came. */
export interface Piece {
  text: string;
  how: 'same' | 'gone' | 'new';
}

/** Above this the two are told as wholes: nobody follows a text word by word that was written anew. */
const MOST_STEPS = 250_000;
/** So many words of what stayed are shown beside what did not. */
const CONTEXT = 4;

/** The texts that a change carries, old and new; nothing where its words say it all. */
export function textsOf(change: ToldChange): { before: string; after: string } | undefined {
  if (change.kind !== 'changed') return undefined;
  const [before, after] = [asText(change.before), asText(change.after)];
  if (before === after || !hasText(change.before, change.after)) return undefined;
  const isSaid = [before, after].every((text) => change.words.includes(text));
  return isSaid ? undefined : { before, after };
}

/** Figures and switches are told in words. */
const hasText = (...values: readonly unknown[]) => values.some((value) => typeof value === 'string' || (typeof value === 'object' && value !== null));

/** What a person would read of a value: texts as they are, lists an entry a line, what has parts by its parts. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join('\n');
  if (typeof value === 'object') return Object.values(value).map(asText).filter(Boolean).join(', ');
  return String(value as string | number | boolean);
}

const tokens = (text: string) => text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];

/** One text beside the other, word by word: what went, what came, what stayed. */
export function piecesOf(before: string, after: string): Piece[] {
  const [old, next] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const [middleOld, middleNext] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  return joined([
    { text: old.slice(0, start).join(''), how: 'same' },
    ...between(middleOld, middleNext),
    { text: old.slice(old.length - end).join(''), how: 'same' },
  ]);
}

/** The longest common words, by the table that every textbook has. */
function between(old: readonly string[], next: readonly string[]): Piece[] {
  if (old.length * next.length > MOST_STEPS) return whole(old, next);
  const width = next.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = next.length - 1; j >= 0; j -= 1) common[i * width + j] = old[i] === next[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < next.length) {
    if (old[i] === next[j]) {
      pieces.push({ text: old[i] ?? '', how: 'same' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) pieces.push({ text: old[i++] ?? '', how: 'gone' });
    else pieces.push({ text: next[j++] ?? '', how: 'new' });
  }
  return [...pieces, ...whole(old.slice(i), next.slice(j))];
}

const whole = (old: readonly string[], next: readonly string[]): Piece[] => [
  { text: old.join(''), how: 'gone' },
  { text: next.join(''), how: 'new' },
];

/** Neighbours of a kind are one; between two that differ, a lone blank belongs to both, so that a phrase reads as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const bridged = pieces
    .filter(({ text }) => text !== '')
    .flatMap((piece, index, all) => {
      const [before, after] = [all[index - 1]?.how, all[index + 1]?.how];
      const isBridge = piece.how === 'same' && piece.text.trim() === '' && before !== undefined && before !== 'same' && after !== undefined && after !== 'same';
      return isBridge ? (['gone', 'new'] as const).map((how): Piece => ({ text: piece.text, how })) : [piece];
    });
  const result: Piece[] = [];
  let run: Record<'gone' | 'new', string> = { gone: '', new: '' };
  const close = () => {
    for (const how of ['gone', 'new'] as const) if (run[how]) result.push({ text: run[how], how });
    run = { gone: '', new: '' };
  };
  for (const { text, how } of bridged) {
    if (how !== 'same') run[how] += text;
    else {
      close();
      const last = result.at(-1);
      if (last?.how === 'same') last.text += text;
      else result.push({ text, how });
    }
  }
  close();
  return result;
}

/** Only what is near a difference, for where there is little room. */
export function nearChanges(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.how !== 'same') return piece;
    const [lead = ''] = /^\s*/.exec(piece.text) ?? [];
    const words = piece.text.match(/\S+\s*/g) ?? [];
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
    if (words.length <= CONTEXT * (isFirst || isLast ? 1 : 2) + 1) return piece;
    const head = isFirst ? '' : lead + words.slice(0, CONTEXT).join('');
    const tail = isLast ? '' : words.slice(-CONTEXT).join('');
    return { how: 'same', text: `${head.trimEnd()}${head ? ' ' : ''}…${tail ? ' ' : ''}${tail}` };
  });
}

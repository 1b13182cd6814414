import type { ExcerptPiece } from '../search.contract.js';
import { folded } from './words.js';

/** Letters of an excerpt, about two lines. */
const LENGTH = 170;
/** Letters before the first hit, so that one sees what it is about. */
const LEAD = 40;

interface Span {
  from: number;
  to: number;
}

/**
 * The stretch of a text that says most about what was asked: where most hits stand close together, else the beginning. Cut between words,
 * with an ellipsis where something is left out. Pieces, joined, are the stretch; no markup.
 *
 * @param beginnings folded words, or stems of them: a word of the text that begins with one is a hit
 */
export function excerptOf(body: string, beginnings: readonly string[]): ExcerptPiece[] {
  const text = body.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return [];
  const hits = hitsIn(text, beginnings);
  const { from, to } = stretch(text, hits);
  const pieces: ExcerptPiece[] = [];
  const say = (piece: string, hit = false) => piece !== '' && pieces.push({ text: piece, hit });
  let at = from;
  for (const hit of hits.filter((each) => each.from >= from && each.to <= to)) {
    say(text.slice(at, hit.from));
    say(text.slice(hit.from, hit.to), true);
    at = hit.to;
  }
  say(text.slice(at, to));
  return [...(from > 0 ? [{ text: '… ', hit: false }] : []), ...pieces, ...(to < text.length ? [{ text: ' …', hit: false }] : [])];
}

function hitsIn(text: string, beginnings: readonly string[]): Span[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const plain = folded(word);
    return beginnings.some((beginning) => plain.startsWith(beginning)) ? [{ from: index, to: index + word.length }] : [];
  });
}

function stretch(text: string, hits: readonly Span[]): Span {
  if (text.length <= LENGTH) return { from: 0, to: text.length };
  const best = mostCrowded(hits);
  const from = !best || best.to <= LENGTH ? 0 : startBefore(text, best);
  const end = from + LENGTH;
  if (end >= text.length) return { from, to: text.length };
  const space = text.lastIndexOf(' ', end);
  return { from, to: Math.max(space > from ? space : end, best?.to ?? 0) };
}

/** The hit with the most hits in the letters after it; the first of equals. Hits are in order, so one walk with two ends is enough. */
function mostCrowded(hits: readonly Span[]): Span | undefined {
  let [best, most, end] = [hits[0], 0, 0];
  for (const [index, hit] of hits.entries()) {
    while (end < hits.length && hits[end]!.to <= hit.from + LENGTH - LEAD) end++;
    if (end - index > most) [best, most] = [hit, end - index];
  }
  return best;
}

/** The beginning of a word a little before the hit; the hit itself where there is none. */
function startBefore(text: string, { from }: Span): number {
  const space = text.indexOf(' ', Math.min(from - LEAD, text.length - LENGTH));
  return space < 0 || space >= from ? from : space + 1;
}

/** How long something took, as people and programs write it. No unit is guessed: a number without one stays a number. */

import { LONGEST_VALUE } from '../text/plain-cell.contract.js';

export type DurationText =
  /** It has a unit: 2h 30m, 90 min, 1:30:00, PT45M. */
  | { kind: 'seconds'; seconds: number }
  /** 1:30, which is hours and minutes or minutes and seconds. */
  | { kind: 'clock'; parts: readonly [number, number] }
  /** 90, 1.5 or 1,5. `grouped` is the value if the sign groups thousands: 1,200 is 1.2 or 1200. */
  | { kind: 'number'; value: number; sign: '.' | ',' | null; grouped: number | null };

export type ClockForm = 'h:mm' | 'm:ss';

/** Null if it is not a duration. Signs and digits of other scripts must be folded before (`plainCell`). */
export function readDuration(text: string): DurationText | null {
  if (text.length > LONGEST_VALUE) return null;
  const cell = plainDuration(text);
  return clockOf(cell) ?? numberOf(cell) ?? isoOf(cell) ?? worded(cell);
}

/** Removes "about", "0 days" before a clock, brackets around a unit and a colon between units. Writes a half hour in words as a decimal. */
const plainDuration = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(?:~|≈|about |approx\.? |ca?\. ?|circa |env\. |environ )\s*(?=\d)/, '')
    .replace(/^0 days?,? (?=\d+:)/, '')
    .replace(/\(([^()\d]+)\)$/, '$1')
    .replace(/^(\d+)(時間|小时|小時|시간) ?[半반]$/, '$1.5$2')
    .replace(/(?<=\d *h):(?=\d)/, ' ');

/** The seconds of a clock such as 1:30. */
export const clockSeconds = ([first, second]: readonly [number, number], form: ClockForm): number =>
  form === 'h:mm' ? first * 3_600 + second * 60 : first * 60 + second;

const SECONDS = { ms: 0.001, s: 1, min: 60, h: 3_600 } as const;
type UnitKey = keyof typeof SECONDS;
const WORDS: Readonly<Record<UnitKey, string>> = {
  h: 'ساعة ساعات שעה שעות h hr hrs hour hours std stdn stunde stunden heure heures hora horas ora ore uur uren u t time timer timme timmar tim godz godzina godziny godzin saat ч час часа часов 時間 小时 小時 시간',
  min: "دقيقة دقائق דקה דקות m min mins mn minute minutes minuten minuto minutos minuti minuut minut minuta minuty minutter minuter dk dakika мин минут минуты ' ′ ’ 分 分钟 分鐘 분",
  s: 's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi seg sekund sekunda sekundy seconden сек " ″ 秒 초',
  ms: 'ms millisecond milliseconds millisekunde millisekunden',
};
const UNIT_OF: ReadonlyMap<string, UnitKey> = new Map(
  Object.entries(WORDS).flatMap(([unit, words]) => words.split(' ').map((word): [string, UnitKey] => [word, unit as UnitKey])),
);

/** The unit that a word names, as in a header: "h", "Minuten". */
export const unitOfWord = (word: string): UnitKey | undefined => UNIT_OF.get(word.replace(/\.$/, ''));

const seconds = (value: number): DurationText => ({ kind: 'seconds', seconds: value });

/** 1:30, 1:30:00, 0:45:00.250, and with the unit of the larger part behind: "1:30 h", "20:00 min". */
function clockOf(cell: string): DurationText | null {
  const [, first, second, third, fraction, word] = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(?:[.,](\d+))?)?(?:\s*([^\d\s]+))?$/.exec(cell) ?? [];
  if (first === undefined || second === undefined) return null;
  const unit = word === undefined ? undefined : unitOfWord(word);
  if (word !== undefined && unit !== 'h' && unit !== 'min') return null;
  if (third !== undefined) return unit === 'min' ? null : seconds(Number(first) * 3_600 + Number(second) * 60 + Number(`${third}.${fraction ?? 0}`));
  if (second.length !== 2) return null;
  const parts = [Number(first), Number(second)] as const;
  return unit === undefined ? { kind: 'clock', parts } : seconds(clockSeconds(parts, unit === 'h' ? 'h:mm' : 'm:ss'));
}

function numberOf(cell: string): DurationText | null {
  const large = groupedNumber(cell);
  if (large !== null) return { kind: 'number', value: large, sign: null, grouped: null };
  const [, whole, sign, rest] = /^(\d{1,9})(?:([.,])(\d{1,9}))?$/.exec(cell) ?? [];
  if (whole === undefined) return null;
  if (rest === undefined) return { kind: 'number', value: Number(whole), sign: null, grouped: null };
  const canGroup = rest.length === 3 && whole.length <= 3 && whole !== '0';
  return { kind: 'number', value: Number(`${whole}.${rest}`), sign: sign as '.' | ',', grouped: canGroup ? Number(whole + rest) : null };
}

/** A number that can only have its thousands grouped: 5 400, 5'400, 1,200,000, 1,234.0 and 1.234,0. */
function groupedNumber(cell: string): number | null {
  const [match] = /^[1-9]\d{0,2}([ ’'])\d{3}(?:\1\d{3})*$/.exec(cell) ?? [];
  if (match !== undefined) return Number(cell.replaceAll(/[ ’']/g, ''));
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}$|^[1-9]\d{0,2}(?:,\d{3})+\.\d{1,9}$/.test(cell)) return Number(cell.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:\.\d{3}){2,}$|^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,9}$/.test(cell)) return Number(cell.replaceAll('.', '').replace(',', '.'));
  return null;
}

/** PT1H30M and P0DT1H30M, as calendars and some programs write it (ISO 8601). */
function isoOf(cell: string): DurationText | null {
  const [match, d, h, m, s] = /^p(?:(\d+)d)?t(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(cell.replaceAll(',', '.')) ?? [];
  if (match === undefined || match.endsWith('t')) return null;
  return seconds(Number(d ?? 0) * 86_400 + Number(h ?? 0) * 3_600 + Number(m ?? 0) * 60 + Number(s ?? 0));
}

/**
 * 2h 30m, 1 h 30, 1h30, 90 min, 1,5 Std., "1 hour, 5 minutes": larger units first, each once; a number behind hours is minutes. What follows
 * a larger unit is less than one of it, and nothing follows decimals: 1 h 90 and 1.5 h 30 are mistakes.
 */
function worded(cell: string): DurationText | null {
  const part = /(\d+(?:[.,]\d+)?)\s*([^\d\s.,;&+]+)?[.,;]?\s*(?:(?:and|und|et|y|e|en|og|och|&|\+)\s+(?=\d))?/y;
  let [sum, last, at] = [0, Infinity, 0];
  let isClosed = false;
  while (at < cell.length) {
    part.lastIndex = at;
    const [match, number, word] = part.exec(cell) ?? [];
    if (match === undefined || number === undefined) return null;
    const size = word === undefined ? (last === SECONDS.h ? SECONDS.min : undefined) : sizeOf(word);
    if (size === undefined || size >= last || isClosed) return null;
    const seconds = Number(number.replace(',', '.')) * size;
    if (seconds >= last) return null;
    sum += seconds;
    isClosed = /[.,]/.test(number);
    [last, at] = [size, part.lastIndex];
  }
  return last === Infinity ? null : seconds(sum);
}

function sizeOf(word: string): number | undefined {
  const unit = unitOfWord(word);
  return unit === undefined ? undefined : SECONDS[unit];
}

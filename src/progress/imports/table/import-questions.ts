/** Questions that a table leaves open, such as units and the order of day and month. Each is answered once for the whole table, if possible from its content. */
import { DATE_ORDERS, type DateOrder, type DateText } from '../../../platform/time/date-text.js';
import type { DurationText } from '../../../platform/time/duration-text.contract.js';
import type { LocalDate } from '../../../platform/time/time.contract.js';
import { DURATION_UNITS, type DurationUnit, type ImportMapping, type ImportQuestion } from '../study-imports.contract.js';
import { quoted } from './quoted.js';
import { dateOf, durationSeconds, spanSeconds, type Answers, type RowTimes } from './row-times.js';
import type { StudyTable } from './study-table.js';

interface Ground {
  table: StudyTable;
  times: readonly RowTimes[];
  mapping: ImportMapping;
  /** The dates that are open, both included. */
  from: LocalDate;
  to: LocalDate;
  dateAt: Answers['dateAt'];
}

/** A value that the table settles, or a question with the value that is likely. */
type Settled<Value> = { value: Value; question: ImportQuestion | null };

/** Answers to all questions, chosen or likely, and the questions themselves. */
export function answersOf(ground: Ground): { answers: Answers; questions: ImportQuestion[] } {
  const { dateAt } = ground;
  const dateOrder = dateOrderOf(ground);
  const decimalSign = decimalSignOf(ground);
  const known = { dateOrder: dateOrder.value, decimalSign: decimalSign.value, dateAt };
  const clock = clockOf(ground, known);
  const unit = unitOf(ground, known);
  const questions = [columnQuestion(ground.table), dateOrder.question, unit.question, clock.question, decimalSign.question];
  return { answers: { ...known, unit: unit.value, clock: clock.value }, questions: questions.filter((each) => each !== null) };
}

type Known = Pick<Answers, 'dateOrder' | 'decimalSign' | 'dateAt'>;

const question = (id: ImportQuestion['id'], rest: Omit<Partial<ImportQuestion>, 'id'> & Pick<ImportQuestion, 'text' | 'why'>): ImportQuestion => ({
  id,
  options: [],
  proposed: null,
  answer: null,
  column: null,
  names: [],
  ...rest,
});

/** What a column called "Time" holds, where nothing else says how long. */
export function columnQuestion({ unclearTime, columns }: Pick<StudyTable, 'unclearTime' | 'columns'>): ImportQuestion | null {
  const column = unclearTime === null ? undefined : columns[unclearTime];
  if (!column) return null;
  return question('columns', {
    text: `What does the column “${column.name}” hold?`,
    why: `“${column.samples[0] ?? ''}” could be how long you studied, or a time of day`,
    options: [
      { value: 'duration', label: 'How long you studied' },
      { value: 'start', label: 'When you started' },
    ],
    proposed: column.role,
    column: unclearTime,
  });
}

/** Orders in which every date of the table exists. If only one is left, the question is answered. */
function dateOrderOf({ times, mapping, table, from, to, dateAt }: Ground): Settled<DateOrder> {
  const dates = times.flatMap(({ date, start, end }) => [date, start?.date, end?.date]).filter((date): date is DateText => date?.form === 'numbers');
  const read = (order: DateOrder) => dates.map((date) => dateOf(date, { dateOrder: order, dateAt }));
  const isOpen = (date: LocalDate | null) => date !== null && date >= from && date <= to;
  const possible = DATE_ORDERS.filter((order) => (order === 'year-first' ? read(order).every(isOpen) : read(order).every((date) => date !== null)));
  const differ = possible.filter((order) => String(read(order)) !== String(read(possible[0]!)));
  const likely = [...(possible.length > 0 ? possible : DATE_ORDERS)].sort(
    (one, other) => read(other).filter(isOpen).length - read(one).filter(isOpen).length,
  )[0]!;
  if (dates.length === 0 || (possible.length > 0 && differ.length === 0)) return { value: mapping.dateOrder ?? possible[0] ?? 'day-first', question: null };
  const sample = samplesOf(times, table);
  const offered = possible.length > 1 ? possible : DATE_ORDERS.filter((order) => order !== 'year-first');
  return {
    value: mapping.dateOrder ?? likely,
    question: question('dateOrder', {
      text: `Which day is ${sample}?`,
      why: possible.length > 1 ? 'Every date in this file could be read both ways' : 'The dates in this file don’t all fit the same order',
      options: offered.map((order) => ({ value: order, label: orderLabel(order, dates) })),
      proposed: likely,
      answer: mapping.dateOrder ?? null,
      column: table.columns.findIndex(({ role }) => role === 'date' || role === 'start'),
    }),
  };
}

const samplesOf = (times: readonly RowTimes[], table: StudyTable): string => {
  const cell = times.map(({ cells }) => cells.date || cells.start).find((text) => text !== '') ?? table.columns[0]?.samples[0] ?? '';
  return quoted(cell);
};
const ORDER_WORDS = { 'day-first': 'day/month/year', 'month-first': 'month/day/year', 'year-first': 'year/month/day' } as const;
const orderLabel = (order: DateOrder, dates: readonly DateText[]) => {
  const date = dates[0]?.dates[order];
  return date ? `${date} (${ORDER_WORDS[order]})` : ORDER_WORDS[order];
};

const durationsOf = <Kind extends DurationText['kind']>(times: readonly RowTimes[], kind: Kind) =>
  times.map(({ duration }) => duration).filter((duration): duration is Extract<DurationText, { kind: Kind }> => duration?.kind === kind);
const durationColumn = ({ columns }: StudyTable) => {
  const at = columns.findIndex(({ role }) => role === 'duration');
  return at < 0 ? null : at;
};

function decimalSignOf({ times, mapping, table }: Ground): Settled<',' | '.'> {
  const numbers = durationsOf(times, 'number');
  const either = numbers.find(({ grouped }) => grouped !== null);
  const sure = numbers.find(({ sign, grouped }) => sign !== null && grouped === null)?.sign;
  const likely = sure ?? (either?.sign === ',' ? '.' : ',');
  if (!either || sure) return { value: mapping.decimalSign ?? sure ?? '.', question: null };
  const text = String(either.value.toFixed(3)).replace('.', either.sign ?? '.');
  return {
    value: mapping.decimalSign ?? likely,
    question: question('decimalSign', {
      text: `What number is “${text}”?`,
      why: 'The separator could mean decimals or thousands',
      options: [
        { value: either.sign ?? ',', label: `${either.value} (decimals)` },
        { value: either.sign === ',' ? '.' : ',', label: `${either.grouped?.toLocaleString('en')} (thousands)` },
      ],
      proposed: likely,
      answer: mapping.decimalSign ?? null,
      column: durationColumn(table),
    }),
  };
}

/** Ways to read durations that agree with start and end in most rows that have both. */
function agreeing<Value>(
  kind: 'number' | 'clock',
  values: readonly Value[],
  { times, known }: { times: readonly RowTimes[]; known: Known },
  secondsOf: (duration: DurationText, value: Value) => number,
): Value[] {
  const rows = times.flatMap((row) => {
    const span = spanSeconds(row, known);
    return row.duration?.kind === kind && span !== null && span > 0 ? [{ duration: row.duration, span }] : [];
  });
  if (rows.length === 0) return [];
  const agrees = (value: Value) => rows.filter(({ duration, span }) => Math.abs(secondsOf(duration, value) - span) <= Math.max(60, span * 0.02)).length;
  return values.filter((value) => agrees(value) / rows.length > 0.5);
}

const UNIT_LABELS: Readonly<Record<DurationUnit, string>> = {
  minutes: 'minutes',
  hours: 'hours',
  seconds: 'seconds',
  milliseconds: 'milliseconds',
  days: 'days, as spreadsheets store times',
};

function unitOf({ table, times, mapping }: Ground, known: Known): Settled<DurationUnit> {
  const numbers = durationsOf(times, 'number');
  const named = table.isInGuideOrder ? 'minutes' : (table.durationMeaning?.unit ?? null);
  if (numbers.length === 0) return { value: mapping.unit ?? named ?? 'minutes', question: null };
  const spans = agreeing('number', DURATION_UNITS, { times, known }, (duration, unit) => durationSeconds(duration, { ...known, unit, clock: 'h:mm' }));
  const [bySpan] = spans.length === 1 ? spans : [];
  const likely = bySpan ?? named ?? likelyUnit(numbers.map(({ value }) => value));
  const isSure = bySpan ? named === null || named === bySpan : named !== null;
  if (isSure && (mapping.unit === undefined || mapping.unit === likely)) return { value: likely, question: null };
  const text = String(numbers[0]?.value ?? '');
  return {
    value: mapping.unit ?? likely,
    question: question('unit', {
      text: `How long is “${text}”?`,
      why: isSure
        ? 'You chose a different unit than the table gives'
        : named
          ? `The column is in ${named}, but the start and end times say ${bySpan}`
          : 'The column does not say its unit',
      options: DURATION_UNITS.map((unit) => ({ value: unit, label: `${text} ${UNIT_LABELS[unit]}` })),
      proposed: likely,
      answer: mapping.unit ?? null,
      column: durationColumn(table),
    }),
  };
}

function likelyUnit(values: readonly number[]): DurationUnit {
  const most = Math.max(...values);
  const hasDecimals = values.some((value) => !Number.isInteger(value));
  if (hasDecimals) return most < 1 && values.some((value) => String(value).length > 5) ? 'days' : 'hours';
  if (most > 86_400) return 'milliseconds';
  return most > 1_440 ? 'seconds' : 'minutes';
}

const CLOCKS = ['h:mm', 'm:ss'] as const;

function clockOf({ table, times, mapping }: Ground, known: Known): Settled<Answers['clock']> {
  const clocks = durationsOf(times, 'clock');
  const { durationMeaning: meaning, isInGuideOrder } = table;
  // The guide's own column takes whole minutes, or hours and minutes as 1:30.
  const isGuides = isInGuideOrder || (meaning?.unit === 'minutes' && meaning.isExact && meaning.rank < GUIDE_NAMES);
  const named = meaning?.clock ?? (isGuides ? 'h:mm' : null);
  if (clocks.length === 0) return { value: mapping.clock ?? named ?? 'h:mm', question: null };
  const spans = agreeing('clock', CLOCKS, { times, known }, (duration, clock) => durationSeconds(duration, { ...known, unit: 'minutes', clock }));
  const [bySpan] = spans.length === 1 ? spans : [];
  const longest = Math.max(...clocks.map(({ parts: [first] }) => first));
  const likely = bySpan ?? (longest >= 24 ? 'm:ss' : (named ?? (longest >= 10 ? 'm:ss' : 'h:mm')));
  const isSure = bySpan !== undefined || longest >= 24 || named !== null;
  if (isSure && (mapping.clock === undefined || mapping.clock === likely)) return { value: likely, question: null };
  const [first, second] = clocks[0]?.parts ?? [0, 0];
  const text = `${first}:${String(second).padStart(2, '0')}`;
  return {
    value: mapping.clock ?? likely,
    question: question('clock', {
      text: `How long is “${text}”?`,
      why: isSure ? 'You chose a different format than the table gives' : 'It could be hours and minutes, or minutes and seconds',
      options: [
        { value: 'h:mm', label: `${first} h ${second} min` },
        { value: 'm:ss', label: `${first} min ${second} s` },
      ],
      proposed: likely,
      answer: mapping.clock ?? null,
      column: durationColumn(table),
    }),
  };
}

/** "minutes", "min", "mins": the names that the guide gives its own column. */
const GUIDE_NAMES = 3;

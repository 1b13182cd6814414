/** Which column of a table holds what: by its name first, and by what is in it. */
import { plainCell } from '../../../platform/text/plain-cell.contract.js';
import { readDate, readTimeOfDay } from '../../../platform/time/date-text.js';
import { readDuration } from '../../../platform/time/duration-text.contract.js';
import { Recall, StudyKind } from '../../progress.contract.js';
import type { ColumnRole } from '../study-imports.contract.js';
import { meaningOf, type HeaderMeaning } from './header-words.js';
import { isDateCell } from './separate-table.js';
import { wordIn } from './word-in.js';

export interface TableColumn {
  /** Empty in a table without names. */
  name: string;
  /** Its cells that are not empty. */
  cells: readonly string[];
}

export interface ProposedColumn {
  role: ColumnRole;
  reason: string;
  meaning: HeaderMeaning | null;
}

export interface Proposal {
  columns: ProposedColumn[];
  /** A column called "Time" that could be the duration or the time of day, and nothing else tells. */
  unclearTime: number | null;
  /** Read as date, minutes, skill, note: the order of a table without names that the guide describes. */
  isInGuideOrder: boolean;
}

export function proposeColumns(columns: readonly TableColumn[], isNamed: boolean): Proposal {
  if (!isNamed && isGuideOrder(columns)) return { columns: columns.map((_, i) => inGuideOrder(i)), unclearTime: null, isInGuideOrder: true };
  const found = new Finder(columns);
  found.time();
  const unclearTime = found.duration();
  for (const role of ['skill', 'project', 'kind', 'recall', 'note'] as const) found.byName(role);
  return { columns: found.result(), unclearTime, isInGuideOrder: false };
}

const GUIDE_ORDER = ['date', 'duration', 'skill', 'note'] as const;
const inGuideOrder = (place: number): ProposedColumn => ({
  role: GUIDE_ORDER[place] ?? 'ignored',
  reason: place < GUIDE_ORDER.length ? 'A table without names is read as date, minutes, skill, note' : 'A table without names has four columns',
  meaning: null,
});
const isGuideOrder = ([first, second, third]: readonly TableColumn[]): boolean =>
  first !== undefined &&
  mostly(first, isDateCell) &&
  (second === undefined || mostly(second, isDuration)) &&
  !(third && mostly(third, isMoment) && third.cells.length > 0);

const isDuration = (cell: string) => readDuration(plainCell(cell)) !== null;
const hasOwnUnit = (cell: string) => readDuration(plainCell(cell))?.kind === 'seconds';
const isClock = (cell: string) => /^\d{1,2}:\d{2}(?::\d{2})?$/.test(plainCell(cell));
const isAnyDate = (cell: string) => readDate(plainCell(cell)) !== null;
/** A time of day, or a date with one. */
const isMoment = (cell: string) => {
  const plain = plainCell(cell);
  if (!/^\d+$/.test(plain) && readTimeOfDay(plain) !== null) return true;
  const date = readDate(plain);
  return date !== null && (date.seconds !== null || date.instant !== null);
};

const SAMPLE = 300;
const share = ({ cells }: TableColumn, test: (cell: string) => boolean): number => {
  const sample = cells.slice(0, SAMPLE);
  return sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
};
const mostly = (column: TableColumn, test: (cell: string) => boolean) => share(column, test) > 0.5;
const wholly = (column: TableColumn, test: (cell: string) => boolean) => share(column, test) === 1;

/** Gives roles to columns, one after the other; a role that is given stays. */
class Finder {
  private readonly meanings: (HeaderMeaning | null)[];
  private readonly given = new Map<number, { role: ColumnRole; reason: string }>();

  constructor(private readonly columns: readonly TableColumn[]) {
    this.meanings = columns.map(({ name }) => (name === '' ? null : meaningOf(name)));
  }

  /** Date, begin and end. */
  time(): void {
    this.give('start', this.named('start', isMoment));
    this.give('end', this.named('end', isMoment));
    const start = this.placeOf('start');
    const hasDates = start !== undefined && mostly(this.columns[start]!, isAnyDate);
    const named = this.named('date', isAnyDate);
    // "Start" may hold days without a time.
    const day = named ?? (hasDates ? undefined : this.named('start', isDateCell));
    if (day !== undefined) return this.give('date', day);
    if (hasDates) return;
    const byContent = this.columns.findIndex((column, i) => !this.given.has(i) && this.meanings[i] === null && wholly(column, isDateCell));
    if (byContent >= 0) this.give('date', byContent, 'Its cells are dates');
    else
      this.give(
        'date',
        this.named('date', () => true, 0),
      );
  }

  /** @returns the place of a column that could be the duration or the time of day */
  duration(): number | null {
    const isStrong = (meaning: HeaderMeaning) => !meaning.isWeak;
    const strong = this.named('duration', isDuration, undefined, isStrong);
    if (strong !== undefined) this.give('duration', strong);
    const weak = this.named('duration', (cell) => isDuration(cell) || isMoment(cell));
    if (strong === undefined && weak !== undefined) return this.weakDuration(weak);
    if (weak !== undefined && this.placeOf('start') === undefined && mostly(this.columns[weak]!, isClock))
      this.give('start', weak, 'Another column says how long, so this is the time of day');
    if (strong !== undefined || this.hasSpan()) return null;
    return this.durationByContent();
  }

  /** `1 h 30` can only be a duration. `1:30:00` may be a time of day: the learner is asked about one such column, and several are not used. */
  private durationByContent(): number | null {
    const unnamed = this.columns.flatMap((column, place) =>
      !this.given.has(place) && this.meanings[place] === null && wholly(column, hasOwnUnit) ? [{ column, place }] : [],
    );
    const [clocks, durations] = [unnamed.filter(({ column }) => mostly(column, isClock)), unnamed.filter(({ column }) => !mostly(column, isClock))];
    if (durations[0]) this.give('duration', durations[0].place, 'Its cells are durations');
    else if (clocks.length === 1) return this.weakDuration(clocks[0]!.place);
    else
      this.give(
        'duration',
        this.named('duration', () => true, 0),
      );
    return null;
  }

  private weakDuration(place: number): number | null {
    const column = this.columns[place]!;
    if (!mostly(column, isDuration)) return (this.placeOf('start') === undefined && this.give('start', place), null);
    if (!mostly(column, isClock)) return (this.give('duration', place), null);
    if (this.hasSpan()) return null;
    const isEvening = column.cells.some((cell) => (readTimeOfDay(plainCell(cell)) ?? 0) >= 12 * 3_600);
    this.give(isEvening ? 'start' : 'duration', place, 'It could be how long you studied, or when you started');
    return place;
  }

  byName(role: 'skill' | 'project' | 'kind' | 'recall' | 'note'): void {
    const place = this.named(role, () => true, 0);
    if (place === undefined) return;
    const options = role === 'kind' ? StudyKind : role === 'recall' ? Recall : null;
    const name = this.columns[place]!.name.trim().toLowerCase();
    if (options && name !== role && name !== 'how it went' && !wholly(this.columns[place]!, (cell) => wordIn(options.options, cell) !== undefined)) return;
    this.give(role, place);
  }

  result(): ProposedColumn[] {
    return this.columns.map((_, i) => ({ meaning: this.meanings[i] ?? null, ...(this.given.get(i) ?? { role: 'ignored', reason: this.whyIgnored(i) }) }));
  }

  private whyIgnored(place: number): string {
    const role = this.meanings[place]?.role;
    if (role === undefined || role === 'ignored') return 'Daymark has no place for it';
    return this.placeOf(role) === undefined ? 'Its cells are something else' : 'Another column has it already';
  }

  /** The best column that its name gives a role, and its cells confirm. */
  private named(role: ColumnRole, test: (cell: string) => boolean, least = 0.5, filter: (meaning: HeaderMeaning) => boolean = () => true): number | undefined {
    const fitting = this.columns
      .map((column, place) => ({ place, column, meaning: this.meanings[place] }))
      .filter(({ place, meaning }) => meaning && meaning.role === role && filter(meaning) && !this.given.has(place))
      .filter(({ column }) => least === 0 || share(column, test) > least);
    const rank = ({ meaning }: (typeof fitting)[number]) => (meaning?.isExact ? 0 : 10_000) + (meaning?.isWeak ? 5_000 : 0) + (meaning?.rank ?? 0);
    return fitting.sort((one, other) => rank(one) - rank(other))[0]?.place;
  }

  private placeOf(role: ColumnRole): number | undefined {
    return [...this.given].find(([, { role: given }]) => given === role)?.[0];
  }

  private hasSpan(): boolean {
    return this.placeOf('start') !== undefined && this.placeOf('end') !== undefined;
  }

  private give(role: ColumnRole, place: number | undefined, reason = 'By its name'): void {
    if (place !== undefined && this.placeOf(role) === undefined && !this.given.has(place)) this.given.set(place, { role, reason });
  }
}

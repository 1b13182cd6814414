import type { AuditEntry } from '@server/platform/audit/audit.contract';
import { actShape, ACTS, FIELD_NAMES, FIELDS_NOT_SHOWN } from '@server/platform/audit/acts.contract';
import { dateInFull, listed, todayIn } from '../../ui/format';

type Values = Record<string, unknown>;

/** A piece of a sentence: words, or a person that the page links to. */
export type Piece = string | { id: string; name: string };

/** What the page filters by. */
export const ACT_CHOICES = Object.entries(ACTS)
  .map(([value, { name }]) => ({ value, label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

const WHO: Record<Exclude<AuditEntry['by']['kind'], 'person'>, string> = {
  visitor: 'Someone who wasn’t signed in',
  'command-line': 'The command line',
  daymark: 'Daymark',
  unknown: 'Someone',
};

/** What was done, by whom and to whom. An act that this version does not know is named by its slug. */
export function sentenceOf(entry: AuditEntry): Piece[] {
  const sentence = actShape(entry.act)?.sentence ?? `{by}: ${entry.act.replaceAll('-', ' ')}, {subject}`;
  return sentence
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? pieceOf(entry, part.slice(1, -1)) : part));
}

function pieceOf({ by, subject, involved, detail }: AuditEntry, field: string): Piece {
  if (field === 'by') return by.person ?? (by.kind === 'person' ? 'Someone' : WHO[by.kind]);
  if (field === 'subject') return subject.person ?? subject.label;
  return involved[field] ?? (field in detail ? valueWords(detail[field]) : 'nobody');
}

/** What else there is to say: what changed, facts about the person, and facts that the sentence does not name. */
export function factsOf({ act, subject, involved, detail }: AuditEntry): string[] {
  const sentence = actShape(act)?.sentence ?? '';
  const isLeft = (field: string) => !sentence.includes(`{${field}}`) && !FIELDS_NOT_SHOWN.includes(field);
  const previous = involved.previousMentor;
  return [
    ...changesOf(subject.person?.before ?? {}, subject.person?.after ?? {}),
    ...(previous && isLeft('previousMentor') ? [`Mentor before: ${previous.name}`] : []),
    ...factWords(subject.person?.about ?? {}),
    ...factWords(Object.fromEntries(Object.entries(detail).filter(([field]) => isLeft(field)))),
  ];
}

/** What became different, one sentence a field. */
function changesOf(before: Values, after: Values): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [was, is] = [before[field], after[field]].map((value) => (value === undefined || value === null ? null : valueWords(value)));
    if (was === is) return [];
    if (was === null || was === undefined) return [`${nameOf(field)} set to ${is}`];
    return [is === null ? `${nameOf(field)} removed, was ${was}` : `${nameOf(field)} changed from ${was} to ${is}`];
  });
}

const factWords = (values: Values): string[] =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => `${nameOf(field)}: ${valueWords(value)}`);

const nameOf = (field: string) => FIELD_NAMES[field] ?? field;

/** A value in words: a date, a list, the title of a level; states such as `changes-requested` without their hyphens. */
function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : listed(value.map(valueWords));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value && typeof value === 'object') return 'title' in value ? String(value.title) : JSON.stringify(value);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateInFull(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return dateInFull(todayIn(undefined, new Date(text)));
  return /^[a-z]+(-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text;
}

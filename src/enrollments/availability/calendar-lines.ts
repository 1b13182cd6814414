/** The events of an iCalendar file as the lines that matter here (RFC 5545, 3.1): in one pass, however the file was made. */

/** One property of an event, unfolded: `DTSTART`, `DTSTART;VALUE=DATE:20261225`. */
export interface EventLine {
  name: string;
  parameters: string;
  value: string;
}

/** All that is read of an event. What else stands in it, alarms and attachments among it, goes no further than this file. */
const READ = new Set([
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
  'UID',
  'RECURRENCE-ID',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'STATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
]);
/** Longer ones are cut: no summary, rule or list of dates needs more. */
const LONGEST_VALUE = 4_000;
const MOST_LINES_OF_AN_EVENT = 60;

export const isCalendar = (text: string): boolean => /^\uFEFF?\s{0,100}BEGIN:VCALENDAR\s/i.test(text);

/** Stops after `most` + 1 events, so that who asks can say that there are too many. */
export function eventLines(text: string, most: number): EventLine[][] {
  const events: EventLine[][] = [];
  // Names of the components that are open; an event's own lines stand directly in it.
  const open: string[] = [];
  for (const line of unfolded(text)) {
    const property = readLine(line);
    if (!property) continue;
    const { name, value } = property;
    if (name === 'BEGIN') {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === 'VEVENT' && events.push([]) > most) return events;
    } else if (name === 'END') open.pop();
    else if (open.at(-1) === 'VEVENT' && READ.has(name)) {
      const event = events.at(-1);
      if (event && event.length < MOST_LINES_OF_AN_EVENT) event.push(property);
    }
  }
  return events;
}

/** A line that begins with a blank goes on with the one before it. */
function* unfolded(text: string): Generator<string> {
  let parts: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) parts.push(line.slice(1));
    else {
      yield parts.join('');
      parts = [line];
    }
  }
  yield parts.join('');
}

/** Name and parameters end at the first colon that does not stand in quotes. */
function readLine(line: string): EventLine | null {
  let isQuoted = false;
  for (let i = 0; i < Math.min(line.length, LONGEST_VALUE); i++) {
    if (line[i] === '"') isQuoted = !isQuoted;
    if (line[i] !== ':' || isQuoted) continue;
    const [name = '', ...parameters] = line.slice(0, i).split(';');
    return { name: name.trim().toUpperCase(), parameters: parameters.join(';').toUpperCase(), value: line.slice(i + 1, i + 1 + LONGEST_VALUE) };
  }
  return null;
}

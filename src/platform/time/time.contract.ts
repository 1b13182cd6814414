import { z } from 'zod';

/** A calendar date without a zone, `YYYY-MM-DD`: always the learner's own. */
export const LocalDate = z.iso.date().meta({ id: 'LocalDate' });
export type LocalDate = z.output<typeof LocalDate>;

/** A moment, in UTC: `2026-03-02T09:00:00Z`. */
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });

/** A time of the day, `HH:MM`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of the day, as 18:30')
  .meta({ id: 'LocalTime' });
export type LocalTime = z.output<typeof LocalTime>;

/** Minutes after midnight at which somebody's day begins: 0 at midnight, 360 at six at the latest. Before, it is still yesterday for them. */
export const DayStartMinutes = z
  .int()
  .min(0, 'Not before midnight')
  .max(360, 'At six in the morning at the latest')
  .multipleOf(15, 'In steps of a quarter of an hour')
  .meta({ id: 'DayStartMinutes' });

/** Cache of valid names, because constructing a format is slow. Bounded, because the case of a name can vary. */
const known = new Set<string>();
const MAX_KNOWN = 1_000;

const isZone = (name: string) => {
  if (known.has(name)) return true;
  try {
    const isValid = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
    if (isValid && known.size < MAX_KNOWN) known.add(name);
    return isValid;
  } catch {
    return false;
  }
};

/** An IANA name; checked by constructing it, since the list of `Intl.supportedValuesOf` lacks some (UTC among them). */
export const TimeZone = z.string().max(64).refine(isZone, 'A time zone by its IANA name, as Europe/Berlin').meta({ id: 'TimeZone' });
export type TimeZone = z.output<typeof TimeZone>;

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { consistency } from './consistency.js';
import { streak } from './streak.js';

/** The widest there are, some between, and three that change their clocks. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/Berlin', 'UTC', 'America/New_York', 'America/St_Johns', 'Pacific/Niue'];
const START = Temporal.PlainDate.from('2026-02-20');

/** Days on which a traveller studies once, wherever they are, at some time of their own day: instants and zones, as an entry keeps them. */
const Journey = fc.array(fc.record({ zone: fc.constantFrom(...ZONES), minute: fc.integer({ min: 0, max: 1_439 }) }), { minLength: 1, maxLength: 90 });
const lived = (journey: { zone: string; minute: number }[]) =>
  journey.map(({ zone, minute }, i) => {
    const at = START.add({ days: i }).toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime().add({ minutes: minute }) });
    return { zone, instant: at.toInstant(), date: at.toInstant().toZonedDateTimeISO(zone).toPlainDate() };
  });
const planned = (dates: readonly Temporal.PlainDate[], until: Temporal.PlainDate) =>
  Array.from({ length: START.until(until, { largestUnit: 'days' }).days + 1 }, (_, i) => START.add({ days: i })).map((date) => ({
    date,
    isPlanned: true,
    isStudied: dates.some((studied) => studied.equals(date)),
  }));

describe('whoever studies on every date of theirs', () => {
  it('keeps the streak through all zones and clock changes, and an hour after a move to any other zone', () => {
    assertProperty(
      fc.property(Journey, fc.constantFrom(...ZONES), (journey, next) => {
        const entries = lived(journey);
        const dates = entries.map(({ date }) => date);
        const last = entries.at(-1)!;
        // Entries keep the date they were logged on; only what today is depends on where one is.
        const today = last.instant.add({ hours: 1 }).toZonedDateTimeISO(next).toPlainDate();
        const counted = dates.filter((date) => Temporal.PlainDate.compare(date, today) <= 0);
        const missed = planned(dates, today).filter(({ date, isStudied }) => !isStudied && !date.equals(today)).length;
        expect(missed).toBeLessThanOrEqual(1);
        expect(streak(planned(dates, today), today)).toBe(counted.length);
        expect(counted.length).toBeGreaterThanOrEqual(dates.length - 2);
      }),
    );
  });

  it('has the same consistency wherever they studied: only dates count', () => {
    assertProperty(
      fc.property(Journey, (journey) => {
        const dates = lived(journey).map(({ date }) => date);
        const days = planned(dates, dates.at(-1)!).map(({ date, isStudied }) => ({ date, studied: isStudied }));
        expect(consistency(days, 1)).toBeCloseTo(1 - 0.5 ** (dates.length / 13), 10);
      }),
    );
  });
});

import ICAL from 'ical.js';

/** Milliseconds of `P1W`, `P3D`, `PT72H`; hours are those of a wall clock. Null for what is no duration. */
export function readDuration(text: string): number | null {
  const value = text.trim().toUpperCase().slice(0, 40);
  // The library takes P for a duration of nothing.
  if (!/^[+-]?P(?=[\dT])/.test(value) || !/\d/.test(value)) return null;
  try {
    const milliseconds = ICAL.Duration.fromString(value).toSeconds() * 1_000;
    return Number.isSafeInteger(milliseconds) ? milliseconds : null;
  } catch {
    return null;
  }
}

import { TimeZone } from '@server/platform/time/time.contract';
import { clockTime } from '../../ui/format';

/** The device's own zone, by its IANA name; UTC where the browser keeps it to itself. */
export function ownZone(): string {
  const zone = TimeZone.safeParse(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return zone.success ? zone.data : 'UTC';
}

/** Zones to choose from: those the browser lists, and these of them that it may leave out. */
export function zones(...more: string[]): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...more])].sort();
}

/** The time in a zone, by which people know their own. */
export const zoneNow = (zone: string): string => `It is ${clockTime(new Date().toISOString(), zone)} there now`;

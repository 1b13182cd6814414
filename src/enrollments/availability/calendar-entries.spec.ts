import { calendarEntries } from './calendar-entries.js';

const day = (title: string, fromOn: string, toOn = fromOn) => ({ title, fromOn, toOn });
const NOTHING = { exceptions: [], breaks: [] };

describe('free days of a calendar', () => {
  it('become dates without minutes, and breaks where they are several', () => {
    expect(calendarEntries([day('Good Friday', '2026-04-03'), day('Summer', '2026-08-03', '2026-08-16')], NOTHING)).toEqual({
      exceptions: [{ date: '2026-04-03', minutes: 0, reason: 'Good Friday' }],
      breaks: [{ kind: 'holiday', fromOn: '2026-08-03', toOn: '2026-08-16', note: 'Summer' }],
      skipped: [],
    });
  });

  it('that share dates are one, with the titles of both', () => {
    const free = [day('Easter', '2026-04-03', '2026-04-06'), day('School', '2026-04-06', '2026-04-10'), day('Easter', '2026-04-10')];
    expect(calendarEntries(free, NOTHING).breaks).toEqual([{ kind: 'holiday', fromOn: '2026-04-03', toOn: '2026-04-10', note: 'Easter, School' }]);
  });

  it('leave what was said by hand, and the breaks that are there', () => {
    const standing = { exceptions: [{ date: '2026-04-03', minutes: 30 }], breaks: [{ fromOn: '2026-08-01', toOn: '2026-08-05' }] };
    expect(calendarEntries([day('Good Friday', '2026-04-03'), day('Summer', '2026-08-03', '2026-08-16')], standing)).toEqual({
      ...NOTHING,
      skipped: [
        { title: 'Good Friday', why: '2026-04-03 is set to 30 min already' },
        { title: 'Summer', why: 'a break from 2026-08-01 to 2026-08-05 is set already' },
      ],
    });
  });

  it('of the same file again set nothing', () => {
    const free = [day('Good Friday', '2026-04-03'), day('Summer', '2026-08-03', '2026-08-16')];
    const once = calendarEntries(free, NOTHING);
    expect(calendarEntries(free, once)).toMatchObject(NOTHING);
  });

  it('longer than a year together stay as long as a break may be', () => {
    const free = Array.from({ length: 20 }, (_, i) => day(`Month ${i}`, `20${26 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`, `20${26 + Math.floor((i + 2) / 12)}-${String(((i + 2) % 12) + 1).padStart(2, '0')}-01`)); // prettier-ignore
    const { breaks } = calendarEntries(free, NOTHING);
    for (const [i, { fromOn }] of breaks.entries()) expect(i === 0 || breaks[i - 1]!.toOn < fromOn).toBe(true);
  });
});

import { calendarToken, readCalendarToken } from './calendar-token.js';

const SECRET = '0195a000-0000-7000-8000-000000000001';

describe('the address of a calendar', () => {
  it('is read by who signed it, with and without its ending', () => {
    const token = calendarToken('key', SECRET);
    expect(token).toMatch(/\.ics$/);
    expect(readCalendarToken('key', token)).toBe(SECRET);
    expect(readCalendarToken('key', token.slice(0, -4))).toBe(SECRET);
  });

  it.each([
    ['of another key', calendarToken('other', SECRET)],
    ['with another secret', calendarToken('key', SECRET).replace('0195a000', '0195a001')],
    ['without a signature', SECRET],
    ['with more in it', `${calendarToken('key', SECRET)}.more`],
    ['empty', ''],
    ['only an ending', '.ics'],
  ])('is nothing where it is one %s', (_, token) => {
    expect(readCalendarToken('key', token)).toBeNull();
  });
});

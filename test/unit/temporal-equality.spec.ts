import { Temporal } from 'temporal-polyfill';

const date = (text: string) => ({ on: Temporal.PlainDate.from(text) });

describe('two dates in a test', () => {
  it('are equal if they are the same day, and differ otherwise', () => {
    expect(date('2026-03-02')).toEqual(date('2026-03-02'));
    expect(date('2026-03-02')).not.toEqual(date('2026-03-03'));
    expect([date('2026-03-02')]).not.toMatchObject([date('2026-03-03')]);
    expect(date('2026-03-02').on).not.toEqual('2026-03-02');
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { RECALLS } from './progress.contract.js';
import { readFrom, recallOfDate, reviewsOf, upToDate, type KnownMemory, type Studied } from './remembered.js';
import { remember } from './skill-memory.js';

const START = Temporal.PlainDate.from('2026-03-02');
const dateOf = (day: number) => START.add({ days: day }).toString();
const fromScratch = (studied: readonly Studied[]) => upToDate({ memory: null, staleFrom: '0001-01-01' }, studied);

describe('what a date did for the memory of a skill', () => {
  it('is what was said last of it, and good where nothing was said', () => {
    expect(recallOfDate(['again', null, 'hard', null])).toBe('hard');
    expect(recallOfDate([null, null])).toBe('good');
  });

  it('is one review, however many entries it has', () => {
    const studied: Studied[] = [
      { date: '2026-03-04', recall: null },
      { date: '2026-03-02', recall: 'easy' },
      { date: '2026-03-04', recall: 'hard' },
    ];
    expect(reviewsOf(studied).map(({ on, recall }) => [on.toString(), recall])).toEqual([
      ['2026-03-02', 'easy'],
      ['2026-03-04', 'hard'],
    ]);
    const [first, second] = [Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDate.from('2026-03-04')];
    expect(fromScratch(studied)).toEqual(remember(remember(null, first, 'easy'), second, 'hard'));
  });
});

/** What may happen to the entries of a skill; `which` picks among those that stand. */
const Happening = fc.oneof(
  fc.record({ act: fc.constant('log' as const), day: fc.nat(40), recall: fc.option(fc.constantFrom(...RECALLS)) }),
  fc.record({ act: fc.constant('correct' as const), which: fc.nat(30), day: fc.nat(40), recall: fc.option(fc.constantFrom(...RECALLS)) }),
  fc.record({ act: fc.constant('delete' as const), which: fc.nat(30) }),
  fc.record({ act: fc.constant('remember' as const) }),
);

describe('a memory that follows the log', () => {
  it('is at any moment what a replay of all entries gives, whatever came late, was corrected or deleted', () => {
    assertProperty(
      fc.property(fc.array(Happening, { maxLength: 40 }), (happenings) => {
        let entries: Studied[] = [];
        let known: KnownMemory = { memory: null, staleFrom: null };
        const changedOn = (date: string) => (known = { ...known, staleFrom: known.staleFrom !== null && known.staleFrom < date ? known.staleFrom : date });
        for (const happening of [...happenings, { act: 'remember' as const }]) {
          if (happening.act === 'log') {
            entries.push({ date: dateOf(happening.day), recall: happening.recall });
            changedOn(dateOf(happening.day));
          } else if (happening.act === 'remember') {
            const from = readFrom(known);
            known = {
              memory: upToDate(
                known,
                entries.filter(({ date }) => from === null || date >= from),
              ),
              staleFrom: null,
            };
            expect(known.memory).toEqual(fromScratch(entries));
          } else if (entries.length > 0) {
            const at = happening.which % entries.length;
            changedOn(entries[at]!.date);
            if (happening.act === 'delete') entries = entries.filter((_, i) => i !== at);
            else {
              entries = entries.map((entry, i) => (i === at ? { date: dateOf(happening.day), recall: happening.recall } : entry));
              changedOn(dateOf(happening.day));
            }
          }
        }
      }),
    );
  });

  it('reads no more than what is new while each log is later than the last', () => {
    const memory = remember(null, START);
    expect(readFrom({ memory, staleFrom: dateOf(3) })).toBe(dateOf(3));
    expect(readFrom({ memory, staleFrom: dateOf(0) })).toBeNull();
    expect(readFrom({ memory: null, staleFrom: dateOf(3) })).toBeNull();
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { histories, ON } from '../../../test/support/histories.js';
import { assertProperty } from '../../../test/support/property.js';
import { dayResultOn, partsOf, resultOn } from '../computed.js';
import { passChance, type PassGround } from '../passing/chance.js';
import { FITTED } from '../passing/fitted.data.js';
import type { Way } from '../passing/way.js';
import { basisOf, dayNumber, shapeOf } from '../score/basis.js';
import { BasisReader, packed, unpacked } from '../score/packed-basis.js';
import { readinessAt } from '../score/readiness-model.js';
import { agree } from './agreement.js';
import { differsVisibly, LivedDays } from './swept.js';

const TODAY = dayNumber(ON);
const ground: PassGround = { model: FITTED, levelId: 'level', outcomes: 4, peersAt: () => undefined };

const ways: fc.Arbitrary<Way> = fc
  .record({ length: fc.integer({ min: 10, max: 200 }), done: fc.nat(9), days: fc.uniqueArray(fc.nat(150), { maxLength: 60 }) })
  .map(({ length, done, days }) => ({
    ...{
      startDay: TODAY - done * 10,
      examDay: TODAY - done * 10 + length,
      earlierAttempts: done % 2,
      effortMinutes: 0,
      totalMinutes: days.length * 60,
      totalDays: days.length,
    },
    coverage: 0.5,
    minutesByDay: days.map((day) => [TODAY - day, 60] as const),
    work: [0.6, 0.8, 0.95].map((share, i) => ({
      ...{ id: 'practice', dueDay: Math.floor(length * share), weightPercent: 33, isReviewed: false },
      handedIn: i < done % 3 ? { day: i * 5, scorePercent: 70, isCarriedOver: false } : null,
    })),
  }));

describe('a day that only passes', () => {
  it('says the same as the page does, whoever was read before', () => {
    assertProperty(
      fc.property(fc.array(fc.tuple(histories, ways), { minLength: 2, maxLength: 4 }), fc.nat(90), (all, later) => {
        // Readers are of a level: this one has each of them twice, in turn.
        for (const [history, way] of all) {
          const shape = shapeOf(history);
          const reader = new BasisReader(shape);
          const others = all.filter(([other]) => other.skills.length === history.skills.length && other.projects.length === history.projects.length);
          for (const [other] of others) reader.read(packed({ basis: basisOf(other, ON), way }, shapeOf(other)));
          const bytes = packed({ basis: basisOf(history, ON), way }, shape);
          const known = unpacked(bytes, shape);
          expect(reader.read(bytes)).toEqual(known);
          expect(reader.readText(`\\x${bytes.toString('hex')}`)).toEqual(known);
          const { scored, ...day } = dayResultOn(shape, reader.read(bytes), TODAY + later, 'active', ground);
          const page = readinessAt(shape, known.basis, TODAY + later);
          expect(day).toMatchObject({ state: page.state, score: page.score, low: page.low, high: page.high, band: page.band });
          if (day.probability !== null) expect(passChance(known.way, TODAY + later, ground)).toMatchObject({ probability: day.probability });
          const parts = partsOf(scored);
          expect(parts === null ? null : parts.reduce((sum, part) => sum + part, 0)).toBe(page.score === null ? null : page.score * 10);
          expect(resultOn(shape, known, TODAY + later, 'active', ground)).toEqual({ ...day, parts });
        }
      }),
      { runs: 60 },
    );
  });

  it('agrees with itself worked out from a later basis, though evidence then faded in two steps', () => {
    assertProperty(
      fc.property(histories, ways, fc.nat(40), fc.nat(40), (history, way, first, second) => {
        const shape = shapeOf(history);
        const on = (days: number) => packed({ basis: basisOf(history, ON.add({ days })), way }, shape);
        const day = TODAY + first + second;
        const [early, late] = [on(0), on(first)].map((bytes) => dayResultOn(shape, unpacked(bytes, shape), day, 'active', ground));
        expect(agree(early!, late!)).toBe(true);
        expect(agree(early!, { ...late!, state: late!.state === 'computed' ? 'too-early' : 'computed' })).toBe(false);
      }),
      { runs: 60 },
    );
  });
});

describe('what somebody could see', () => {
  const row = { score: 50, low: 40, high: 60, probability: 0.348 };

  it('is whole points, and whole percents of the chance as it is stored', () => {
    expect(differsVisibly(row, { ...row, probability: 0.3519 })).toBe(false);
    expect(differsVisibly(row, { ...row, probability: 0.356 })).toBe(true);
    expect(differsVisibly(row, { ...row, probability: null })).toBe(true);
    expect(differsVisibly(row, { ...row, high: 61 })).toBe(true);
    expect(differsVisibly({ score: null, low: null, high: null, probability: null }, { score: null, low: null, high: null, probability: null })).toBe(false);
  });
});

describe('the days of people', () => {
  it('are theirs, and follow each other', () => {
    const days = new LivedDays();
    const at = (text: string) => Temporal.Instant.from(text);
    const tokyo = { timeZone: 'Asia/Tokyo', dayStartMinutes: 240 };
    expect(days.of(tokyo, at('2026-03-02T18:59:59Z'))).toMatchObject({ date: '2026-03-02', nextDueAt: '2026-03-02T19:00:00Z' });
    expect(days.of(tokyo, at('2026-03-02T19:00:00Z'))).toMatchObject({ date: '2026-03-03', nextDueAt: '2026-03-03T19:00:00Z' });
    expect(days.of({ ...tokyo, dayStartMinutes: 0 }, at('2026-03-02T18:00:00Z'))).toMatchObject({ date: '2026-03-03' });
  });
});

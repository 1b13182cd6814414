import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertProperty } from '../../../../../test/support/property';
import { likelyMinutes, paused, POMODORO, ranMs, readTimer, resumed, started, studiedMinutes, turnOf, wasLikelyLeft, type TimedStudy } from './timer';

const MINUTE = 60_000;
const STUDY: TimedStudy = { enrollmentId: 'e', date: '2026-03-02', title: 'ML lifecycle', skillId: 's', projectId: null, planItemId: 'p', plannedMinutes: 45 };

describe('the focus timer', () => {
  it('counts while it runs and stands while it is paused', () => {
    const timer = started(STUDY, 0);
    const halt = paused(timer, 10 * MINUTE);
    expect(studiedMinutes(halt, 50 * MINUTE)).toBe(10);
    expect(studiedMinutes(resumed(halt, 50 * MINUTE), 55 * MINUTE)).toBe(15);
  });

  it('counts the same whenever it is looked at, paused or read again from text in between', () => {
    const Steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: 3_600_000 }), act: fc.constantFrom('pause', 'resume', 'reload') }), { maxLength: 30 });
    assertProperty(
      fc.property(Steps, (steps) => {
        let [timer, now, ran, runs] = [started(STUDY, 0), 0, 0, true];
        for (const { after, act } of steps) {
          now += after;
          if (runs) ran += after;
          if (act === 'pause') [timer, runs] = [paused(timer, now), false];
          if (act === 'resume') [timer, runs] = [resumed(timer, now), true];
          if (act === 'reload') timer = readTimer(JSON.stringify(timer))!;
          expect(ranMs(timer, now)).toBe(ran);
        }
      }),
    );
  });

  it('leaves rests out: two rounds of 25 and 5 with ten minutes of a third are an hour of study', () => {
    const timer = started(STUDY, 0, POMODORO);
    expect(turnOf(timer, 26 * MINUTE)).toEqual({ kind: 'rest', round: 1, leftMs: 4 * MINUTE });
    expect(turnOf(timer, 31 * MINUTE)).toEqual({ kind: 'work', round: 2, leftMs: 24 * MINUTE });
    expect(studiedMinutes(timer, 28 * MINUTE)).toBe(25);
    expect(studiedMinutes(timer, 70 * MINUTE)).toBe(60);
  });

  it('asks when it ran for longer than anybody studies, and proposes what was planned', () => {
    const timer = started(STUDY, 0);
    expect(wasLikelyLeft(timer, 179 * MINUTE)).toBe(false);
    expect(wasLikelyLeft(timer, 9 * 60 * MINUTE)).toBe(true);
    expect(wasLikelyLeft(paused(timer, 30 * MINUTE), 9 * 60 * MINUTE)).toBe(false);
    expect(likelyMinutes(timer)).toBe(45);
    expect(likelyMinutes({ ...timer, study: { ...STUDY, plannedMinutes: null }, ranMs: 20 * MINUTE })).toBe(20);
  });

  it('is at least a minute once it ran, and nothing before; a clock set back takes nothing away', () => {
    const timer = started(STUDY, 1_000);
    expect(studiedMinutes(timer, 1_000)).toBe(0);
    expect(studiedMinutes(timer, 3_000)).toBe(1);
    expect(studiedMinutes(resumed(paused(timer, 1_000 + 5 * MINUTE), 10 * MINUTE), 2 * MINUTE)).toBe(5);
  });

  it.each([null, '', 'null', '{}', '{"study":{}}', '{"study":{"enrollmentId":"e"},"startedAt":"x","ranMs":0}'])('is none where what was kept is %j', (text) => {
    expect(readTimer(text)).toBeNull();
  });
});

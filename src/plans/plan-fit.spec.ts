import { isFresh, isOutOfStep, remainingMinutes } from './plan-fit.js';
import type { PlanItem } from './plans.contract.js';

const today = '2026-03-10';
const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  id: 'a',
  date: today,
  position: 0,
  kind: 'study',
  title: 'Model packaging',
  skillId: 'packaging',
  projectId: null,
  minutes: 60,
  pinned: false,
  loggedMinutes: 0,
  state: 'open',
  ...more,
});
const plan = { plannedFrom: '2026-03-05', feasible: true };
const left = new Map([['packaging', 60]]);
const level = {
  skills: [{ id: 'packaging', slug: 'packaging', title: 'Model packaging', weightPercent: 100, effortMinutes: 100, afterIds: [] }],
  projects: [{ id: 'service', slug: 'service', title: 'Serve a model', effortMinutes: 200, skillIds: ['packaging'] }],
};

describe('a plan is in step', () => {
  it('while what is left is planned', () => {
    expect(isOutOfStep(plan, [item()], left, [], today)).toBe(false);
    expect(isOutOfStep(plan, [item({ minutes: 90, loggedMinutes: 30 })], left, [], today)).toBe(false);
  });

  it('until something was missed since it was made', () => {
    const missed = item({ id: 'b', date: '2026-03-09', state: 'missed' });
    expect(isOutOfStep(plan, [missed, item()], left, [], today)).toBe(true);
    expect(isOutOfStep({ ...plan, plannedFrom: today }, [missed, item()], left, [], today)).toBe(false);
  });

  it('until less is planned than is left, unless it never held all of it', () => {
    expect(isOutOfStep(plan, [item({ minutes: 50 })], left, [], today)).toBe(true);
    expect(isOutOfStep({ ...plan, feasible: false }, [item({ minutes: 50 })], left, [], today)).toBe(false);
  });

  it('until a project of it is finished', () => {
    const project = item({ id: 'b', kind: 'project', skillId: null, projectId: 'service' });
    expect(isOutOfStep(plan, [item(), project], left, ['service'], today)).toBe(true);
  });
});

describe('what is left', () => {
  it('is effort less what was logged, of skills and unfinished projects', () => {
    expect(remainingMinutes(level, { packaging: 30, service: 20 }, [], [])).toEqual(
      new Map([
        ['packaging', 70],
        ['service', 180],
      ]),
    );
    expect(remainingMinutes(level, { packaging: 130 }, ['service'], [])).toEqual(new Map());
    expect(remainingMinutes(level, { service: 20 }, [], ['packaging'])).toEqual(new Map([['service', 180]]));
  });
});

describe('a plan is fresh', () => {
  const made = { enrollmentRevision: 2, releaseId: 'r', nextDueAt: '2026-03-11T00:00:00+00:00' };
  const noon = Date.parse('2026-03-10T12:00:00Z');

  it("on the learner's day it was looked at, for the enrollment as it stands", () => {
    expect(isFresh(made, { revision: 2, releaseId: 'r' }, noon)).toBe(true);
    expect(isFresh(made, { revision: 3, releaseId: 'r' }, noon)).toBe(false);
    expect(isFresh(made, { revision: 2, releaseId: 's' }, noon)).toBe(false);
    expect(isFresh(made, { revision: 2, releaseId: 'r' }, Date.parse('2026-03-11T00:00:00Z'))).toBe(false);
    expect(isFresh({ ...made, nextDueAt: null }, { revision: 2, releaseId: 'r' }, noon)).toBe(true);
    expect(isFresh(null, { revision: 2, releaseId: 'r' }, noon)).toBe(false);
  });
});

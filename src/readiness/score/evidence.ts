/** What speaks for and against the mastery of a skill, counted as items of a practice exam; older evidence counts less. */
import type { Temporal } from 'temporal-polyfill';
import { daysApart } from '../../platform/time/local-date.js';
import type { ItemsAnswered, ProjectHistory, SkillHistory } from '../history.js';

/** Items, right and wrong. */
export interface Evidence {
  right: number;
  wrong: number;
}

export const NO_EVIDENCE: Evidence = { right: 0, wrong: 0 };
export const plus = (one: Evidence, other: Evidence): Evidence => ({ right: one.right + other.right, wrong: one.wrong + other.wrong });

/** After so many days evidence counts half. */
export const EVIDENCE_HALF_LIFE_DAYS = 120;

/** How many items a word is worth, and how many of them are right: our own estimates, the same for everybody. */
export const WORTH = {
  signOff: { items: 12, right: 1 },
  approvedProject: { items: 8, right: 0.9 },
  returnedProject: { items: 4, right: 0.4 },
  /** By the learner's own word. */
  finishedProject: { items: 3, right: 0.75 },
  /** Self-ratings go from 1, none right, to 5, all right. */
  rating: { items: 2 },
} as const;

/** The share of evidence that is left after some days; before it none has faded. */
export const leftAfter = (days: number): number => halved(Math.max(0, days));
const halved = (days: number): number => 0.5 ** (days / EVIDENCE_HALF_LIFE_DAYS);

/** What is left of evidence after some days. */
export const faded = (evidence: Evidence, days: number): Evidence => times(evidence, leftAfter(days));
const times = ({ right, wrong }: Evidence, left: number): Evidence => ({ right: right * left, wrong: wrong * left });

/** Items of practice exams on a date. @param share of the items that count, for a skill that an exam was only in part about */
export function practiceEvidence(practice: readonly ItemsAnswered[], on: Temporal.PlainDate, share = 1): Evidence {
  return sumOf(practice.map((exam) => fadedOn({ right: exam.right * share, wrong: (exam.asked - exam.right) * share }, exam.on, on)));
}

export function ratingEvidence({ rating }: SkillHistory, on: Temporal.PlainDate): Evidence {
  return rating ? fadedOn(worth({ items: WORTH.rating.items, right: (rating.value - 1) / 4 }), rating.on, on) : NO_EVIDENCE;
}

export function signOffEvidence({ signedOffOn }: SkillHistory, on: Temporal.PlainDate): Evidence {
  return signedOffOn ? fadedOn(worth(WORTH.signOff), signedOffOn, on) : NO_EVIDENCE;
}

/** What projects say of a skill they show: a mentor's last word, else the learner's. */
export function projectEvidence(projects: readonly ProjectHistory[], on: Temporal.PlainDate): Evidence {
  return sumOf(
    projects.map(({ verdict, finishedOn }) => {
      if (verdict) return fadedOn(worth(verdict.isApproved ? WORTH.approvedProject : WORTH.returnedProject), verdict.on, on);
      return finishedOn ? fadedOn(worth(WORTH.finishedProject), finishedOn, on) : NO_EVIDENCE;
    }),
  );
}

export const worth = ({ items, right }: { items: number; right: number }): Evidence => ({ right: items * right, wrong: items * (1 - right) });
/** What is dated ahead, by who went west since, is so much more than whole as it fades until its date: so it is whole on its date, whichever day it was counted on. */
const fadedOn = (evidence: Evidence, since: Temporal.PlainDate, on: Temporal.PlainDate) => times(evidence, halved(daysApart(since, on)));
const sumOf = (all: readonly Evidence[]) => all.reduce(plus, NO_EVIDENCE);

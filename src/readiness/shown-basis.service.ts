import { Injectable } from '@nestjs/common';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { LevelShapes } from './level-shapes.service.js';
import { nextActions } from './next-actions.js';
import type { Readiness } from './readiness.contract.js';
import { dateOfDay, dayNumber } from './score/basis.js';
import { behindOf } from './score/behind.js';
import { unpacked } from './score/packed-basis.js';
import { readinessAt } from './score/readiness-model.js';

/** What of a stored row bears on what is shown. */
export interface StoredBasis {
  levelId: string;
  releaseId: string;
  /** Base64. */
  basis: string;
  computedFor: LocalDate;
  /** Whether there is somebody to look at projects and to sign skills off. */
  hasMentor: boolean;
}

export type ShownBasis = Pick<Readiness, 'skills' | 'wanting' | 'nextActions'> & {
  /** The exam that what was computed leads to: the enrollment's may have been moved since. */
  examOn: LocalDate;
};

/** Pages ask again each second after a log; working out what moves the score takes longer than all else of them. */
const MOST_KEPT = 5_000;

/** What is shown of a score beside it, worked out from what was stored with it; the same again is not worked out again. */
@Injectable()
export class ShownBases {
  private readonly kept = new Map<string, ShownBasis>();

  constructor(private readonly shapes: LevelShapes) {}

  async of(stored: StoredBasis): Promise<ShownBasis> {
    const key = `${stored.levelId} ${stored.releaseId} ${stored.computedFor} ${String(stored.hasMentor)} ${stored.basis}`;
    const known = this.kept.get(key);
    if (known) return known;
    const shape = await this.shapes.of(stored);
    const { basis, way } = unpacked(Buffer.from(stored.basis, 'base64'), shape);
    const day = dayNumber(plainDate(stored.computedFor));
    const { skills: scored, wanting } = readinessAt(shape, basis, day);
    const skills = scored.map((skill, i) => ({ ...skill, behind: behindOf(shape, basis, i, day) }));
    const shown = { skills, wanting, nextActions: nextActions(shape, basis, day, stored.hasMentor), examOn: dateOfDay(way.examDay).toString() };
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, shown);
    return shown;
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { LevelShapes } from '../level-shapes.service.js';
import type { PassGround } from '../passing/chance.js';
import { PassGrounds } from '../passing/pass-grounds.service.js';
import type { LevelShape } from '../score/basis.js';
import { agree } from './agreement.js';
import { dayResultOn, type Computed } from '../computed.js';
import { BasisReader } from '../score/packed-basis.js';
import type { DueRow } from './sweep-rows.js';
import { LivedDays, sweptOn, type Swept } from './swept.js';

interface OfLevel {
  shape: LevelShape;
  reader: BasisReader;
  ground: PassGround;
}

type Placed = Pick<DueRow, 'levelId' | 'releaseId'>;

/** What rows of the same level and release have in common. */
@Injectable()
export class SweepGrounds {
  constructor(
    private readonly shapes: LevelShapes,
    private readonly grounds: PassGrounds,
  ) {}

  /** For one sweep: peers and model are as they were when it came to their level. */
  anew(): SweepGround {
    return new SweepGround(this.shapes, this.grounds);
  }
}

export class SweepGround {
  private readonly days = new LivedDays();
  private readonly levels = new Map<string, OfLevel>();

  constructor(
    private readonly shapes: LevelShapes,
    private readonly grounds: PassGrounds,
  ) {}

  async prepare(rows: readonly Placed[]): Promise<void> {
    const missing = new Map(rows.filter((row) => !this.levels.has(keyOf(row))).map((row) => [keyOf(row), row]));
    if (missing.size === 0) return;
    const grounds = await this.grounds.of([...missing.values()].map(({ levelId }) => levelId));
    for (const [key, row] of missing) {
      const [shape, ground] = [await this.shapes.of(row), grounds.get(row.levelId)];
      if (ground) this.levels.set(key, { shape, ground, reader: new BasisReader(shape) });
    }
  }

  /** @throws where the basis is of another level than the row says */
  sweptOf(row: DueRow, now: Temporal.Instant): Swept {
    const level = this.levelOf(row);
    return sweptOn(row, level.shape, level.reader.readText(row.basis), this.days.of(row, now), row.state, level.ground);
  }

  /** Whether a row says of today what all that is known says. One whose basis cannot be read does not. */
  agrees(row: DueRow, all: CheckedAgainst, now: Temporal.Instant): boolean {
    if (keyOf(row) !== keyOf(all) || row.state !== all.enrollmentState) return false;
    if (row.timeZone !== all.timeZone || row.dayStartMinutes !== all.dayStartMinutes) return false;
    try {
      const { shape, reader, ground } = this.levelOf(row);
      const { day } = this.days.of(row, now);
      const stored = dayResultOn(shape, reader.readText(row.basis), day, row.state, ground);
      return agree(stored, dayResultOn(shape, reader.read(all.basis), day, row.state, ground));
    } catch {
      return false;
    }
  }

  private levelOf(row: Placed): OfLevel {
    const level = this.levels.get(keyOf(row));
    if (!level) throw new Error(`There is no level ${row.levelId}`);
    return level;
  }
}

/** What of a row that was worked out from all a stored one must agree with. */
export type CheckedAgainst = Pick<Computed, 'basis' | 'levelId' | 'releaseId' | 'enrollmentState' | 'timeZone' | 'dayStartMinutes'>;

const keyOf = ({ levelId, releaseId }: Placed) => `${levelId} ${releaseId}`;

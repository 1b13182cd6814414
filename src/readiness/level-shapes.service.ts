import { Injectable } from '@nestjs/common';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import { shapeOf, type LevelShape } from './score/basis.js';

/** At most so many shapes are kept: releases never change, but there may be many. */
const MOST_SHAPES = 500;

/** What the levels of releases ask, worked out once. */
@Injectable()
export class LevelShapes {
  private readonly shapes = new Map<string, LevelShape>();

  constructor(private readonly curriculum: CurriculumService) {}

  async of({ levelId, releaseId }: { levelId: string; releaseId: string }): Promise<LevelShape> {
    const key = `${levelId} ${releaseId}`;
    const known = this.shapes.get(key);
    if (known) return known;
    const shape = shapeOf(await this.curriculum.levelContent(levelId, releaseId));
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    this.shapes.set(key, shape);
    return shape;
  }
}

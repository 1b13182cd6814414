import { Controller } from '@nestjs/common';
import { Route } from '../../platform/http/route.js';
import { readSweepProgress, type SweepProgress } from './sweep.contract.js';
import { SweepProgressService } from './sweep-progress.service.js';

@Controller()
export class SweepController {
  constructor(private readonly progress: SweepProgressService) {}

  @Route(readSweepProgress)
  readSweepProgress(): Promise<SweepProgress> {
    return this.progress.read();
  }
}

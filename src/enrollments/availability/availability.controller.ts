import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { AvailabilityImportService } from './availability-import.service.js';
import {
  addBreak,
  changeBreak,
  importAvailability,
  readAvailability,
  removeAvailabilityException,
  removeBreak,
  setAvailabilityException,
  type AvailabilityException,
  type AvailabilityImport,
  type Break,
  type WholeAvailability,
} from './availability.contract.js';
import { AvailabilityService } from './availability.service.js';
import { BreaksService } from './breaks.service.js';

@Controller()
export class AvailabilityController {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly breaks: BreaksService,
    private readonly imports: AvailabilityImportService,
  ) {}

  @Route(readAvailability)
  read({ me, params }: Call<typeof readAvailability>): Promise<WholeAvailability> {
    return this.availability.read(me, params.enrollmentId);
  }

  @Route(setAvailabilityException)
  setException({ me, params, body }: Call<typeof setAvailabilityException>): Promise<AvailabilityException> {
    return this.availability.setException(me, params.enrollmentId, params.date, body);
  }

  @Route(removeAvailabilityException)
  async removeException({ me, params }: Call<typeof removeAvailabilityException>): Promise<undefined> {
    await this.availability.removeException(me, params.enrollmentId, params.date);
  }

  @Route(addBreak)
  addBreak({ me, params, body }: Call<typeof addBreak>): Promise<Break> {
    return this.breaks.add(me, params.enrollmentId, body);
  }

  @Route(changeBreak)
  changeBreak({ me, params, body }: Call<typeof changeBreak>): Promise<Break> {
    return this.breaks.change(me, params.enrollmentId, params.breakId, body);
  }

  @Route(removeBreak)
  async removeBreak({ me, params }: Call<typeof removeBreak>): Promise<undefined> {
    await this.breaks.remove(me, params.enrollmentId, params.breakId);
  }

  @Route(importAvailability)
  import({ me, params, query, body }: Call<typeof importAvailability>): Promise<AvailabilityImport> {
    return this.imports.import(me, params.enrollmentId, body, query.dryRun === 'true');
  }
}

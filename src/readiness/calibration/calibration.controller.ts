import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route } from '../../platform/http/route.js';
import { readCalibration } from './calibration.contract.js';
import { CalibrationService } from './calibration.service.js';

@Controller()
export class CalibrationController {
  constructor(private readonly calibration: CalibrationService) {}

  @Route(readCalibration)
  readCalibration(): Promise<Answer<typeof readCalibration>> {
    return this.calibration.read();
  }
}

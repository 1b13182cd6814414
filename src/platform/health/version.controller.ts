import { Controller } from '@nestjs/common';
import type { Answer } from '../http/endpoint.contract.js';
import { Route } from '../http/route.js';
import { readVersion } from './health.contract.js';
import { VERSION } from './version.js';

/** The version is for admins: to strangers it would say which known faults to try. */
@Controller()
export class VersionController {
  @Route(readVersion)
  async version(): Promise<Answer<typeof readVersion>> {
    return { version: VERSION };
  }
}

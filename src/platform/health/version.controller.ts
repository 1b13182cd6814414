import { Controller } from '@nestjs/common';
import type { Answer } from '../http/endpoint.contract.js';
import { Route } from '../http/route.js';
import { readVersion } from './health.contract.js';
import { VERSION } from './version.js';

/** Only admins see the version: it would tell attackers which known vulnerabilities to try. */
@Controller()
export class VersionController {
  @Route(readVersion)
  async version(): Promise<Answer<typeof readVersion>> {
    return { version: VERSION };
  }
}

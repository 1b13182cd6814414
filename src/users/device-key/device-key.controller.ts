import { Controller, Inject } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { readDeviceKey } from './device-key.contract.js';
import { deviceKeyOf } from './device-key.js';

@Controller()
export class DeviceKeyController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Route(readDeviceKey)
  read({ me }: Call<typeof readDeviceKey>): Promise<Answer<typeof readDeviceKey>> {
    return Promise.resolve({ key: deviceKeyOf(this.config.DAYMARK_TOKEN_SECRET, me.id) });
  }
}

import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { readRegistrationPolicy, setRegistrationPolicy, type RegistrationPolicy } from './registration-policy.contract.js';
import { RegistrationPolicyService } from './registration-policy.service.js';

@Controller()
export class RegistrationPolicyController {
  constructor(private readonly policy: RegistrationPolicyService) {}

  @Route(readRegistrationPolicy)
  read(): Promise<RegistrationPolicy> {
    return this.policy.read();
  }

  @Route(setRegistrationPolicy)
  set({ me, body }: Call<typeof setRegistrationPolicy>): Promise<RegistrationPolicy> {
    return this.policy.set(me, body);
  }
}

import { Controller } from '@nestjs/common';
import { Route, type Call } from '../http/route.js';
import { listAuditEntries } from './audit.contract.js';
import { AuditTrailService } from './audit-trail.service.js';

@Controller()
export class AuditController {
  constructor(private readonly trail: AuditTrailService) {}

  @Route(listAuditEntries)
  list({ query }: Call<typeof listAuditEntries>) {
    return this.trail.list(query);
  }
}

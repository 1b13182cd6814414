import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { dismissModelChange, type ModelChangeDismissal } from './model-change.contract.js';
import { ModelChangesService } from './model-changes.service.js';

@Controller()
export class ModelChangeController {
  constructor(private readonly changes: ModelChangesService) {}

  @Route(dismissModelChange)
  dismissModelChange({ me, params }: Call<typeof dismissModelChange>): Promise<ModelChangeDismissal> {
    return this.changes.dismiss(me, params.enrollmentId, params.model);
  }
}

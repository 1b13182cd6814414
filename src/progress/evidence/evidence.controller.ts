import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { readFile, uploadFile } from './evidence-files.contract.js';
import { EvidenceReadingService } from './evidence-reading.service.js';
import { deleteEvidence, listEvidence, listProjectEvidence, readEvidence, restoreEvidence, submitEvidence } from './evidence.contract.js';
import { SubmissionsService } from './submissions.service.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly reading: EvidenceReadingService,
    private readonly files: EvidenceFilesService,
  ) {}

  @Route(submitEvidence)
  submit({ me, params, body, headers }: Call<typeof submitEvidence>) {
    return this.submissions.submit(me, params.enrollmentId, params.projectId, body, headers['idempotency-key']);
  }

  @Route(listProjectEvidence)
  listOfProject({ me, params, query }: Call<typeof listProjectEvidence>) {
    return this.reading.list(me, params.enrollmentId, query, params.projectId);
  }

  @Route(listEvidence)
  list({ me, params, query }: Call<typeof listEvidence>) {
    return this.reading.list(me, params.enrollmentId, query);
  }

  @Route(readEvidence)
  read({ me, params }: Call<typeof readEvidence>) {
    return this.reading.read(me, params.enrollmentId, params.evidenceId);
  }

  @Route(deleteEvidence)
  delete({ me, params }: Call<typeof deleteEvidence>) {
    return this.submissions.delete(me, params.enrollmentId, params.evidenceId);
  }

  @Route(restoreEvidence)
  restore({ me, params }: Call<typeof restoreEvidence>) {
    return this.submissions.restore(me, params.enrollmentId, params.evidenceId);
  }

  @Route(uploadFile)
  upload({ me, params, query, body, headers }: Call<typeof uploadFile>) {
    return this.files.upload(me, params.enrollmentId, { name: query.name, bytes: body }, headers['idempotency-key']);
  }

  @Route(readFile)
  readFile({ me, params }: Call<typeof readFile>) {
    return this.files.read(me, params.enrollmentId, params.fileId);
  }
}

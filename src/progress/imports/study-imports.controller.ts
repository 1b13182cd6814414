import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { readMapping } from './read-mapping.js';
import { importStudy, listStudyImports, undoStudyImport, type StudyImport, type StudyImportOutcome } from './study-imports.contract.js';
import { StudyImportsService } from './study-imports.service.js';

@Controller()
export class StudyImportsController {
  constructor(private readonly imports: StudyImportsService) {}

  @Route(importStudy)
  import({ me, params, query, body }: Call<typeof importStudy>): Promise<StudyImportOutcome> {
    return this.imports.import(me, params.enrollmentId, body, { mapping: readMapping(query.mapping), isDryRun: query.dryRun === 'true' });
  }

  @Route(listStudyImports)
  list({ me, params }: Call<typeof listStudyImports>): Promise<Answer<typeof listStudyImports>> {
    return this.imports.list(me, params.enrollmentId);
  }

  @Route(undoStudyImport)
  undo({ me, params }: Call<typeof undoStudyImport>): Promise<StudyImport> {
    return this.imports.undo(me, params.enrollmentId, params.importId);
  }
}

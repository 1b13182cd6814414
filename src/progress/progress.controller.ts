import { Controller } from '@nestjs/common';
import type { Answer } from '../platform/http/endpoint.contract.js';
import { Route, type Call } from '../platform/http/route.js';
import {
  correctStudy,
  deleteStudy,
  finishProject,
  listFinishedProjects,
  listStudyDays,
  listStudyEntries,
  logStudy,
  reopenProject,
  restoreStudy,
  type StudyEntry,
} from './progress.contract.js';
import { ProjectsService } from './projects.service.js';
import { StudyCorrectionsService } from './study-corrections.service.js';
import { StudyHistoryService } from './history/study-history.service.js';
import { StudyLogService } from './study-log.service.js';

@Controller()
export class ProgressController {
  constructor(
    private readonly studyLog: StudyLogService,
    private readonly corrections: StudyCorrectionsService,
    private readonly history: StudyHistoryService,
    private readonly projects: ProjectsService,
  ) {}

  @Route(logStudy)
  log({ me, params, body, headers }: Call<typeof logStudy>): Promise<StudyEntry> {
    return this.studyLog.log(me, params.enrollmentId, body, headers['idempotency-key']);
  }

  @Route(correctStudy)
  correct({ me, params, body }: Call<typeof correctStudy>): Promise<StudyEntry> {
    return this.corrections.correct(me, params.enrollmentId, params.entryId, body);
  }

  @Route(deleteStudy)
  delete({ me, params }: Call<typeof deleteStudy>): Promise<StudyEntry> {
    return this.corrections.delete(me, params.enrollmentId, params.entryId);
  }

  @Route(restoreStudy)
  restore({ me, params }: Call<typeof restoreStudy>): Promise<StudyEntry> {
    return this.corrections.restore(me, params.enrollmentId, params.entryId);
  }

  @Route(listStudyEntries)
  entries({ me, params, query }: Call<typeof listStudyEntries>): Promise<Answer<typeof listStudyEntries>> {
    return this.history.entries(me, params.enrollmentId, query);
  }

  @Route(listStudyDays)
  days({ me, params, query }: Call<typeof listStudyDays>): Promise<Answer<typeof listStudyDays>> {
    return this.history.days(me, params.enrollmentId, query);
  }

  @Route(listFinishedProjects)
  finished({ me, params }: Call<typeof listFinishedProjects>): Promise<Answer<typeof listFinishedProjects>> {
    return this.projects.finished(me, params.enrollmentId);
  }

  @Route(finishProject)
  finish({ me, params, query }: Call<typeof finishProject>): Promise<Answer<typeof finishProject>> {
    return this.projects.finish(me, params.enrollmentId, params.projectId, query.on);
  }

  @Route(reopenProject)
  async reopen({ me, params }: Call<typeof reopenProject>): Promise<undefined> {
    await this.projects.reopen(me, params.enrollmentId, params.projectId);
  }
}

import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { recordOutcome, type Enrollment } from '../enrollments.contract.js';
import { EnrollmentHistoryService } from './enrollment-history.service.js';
import { completeOutcome, endPause, listEnrollmentChanges, listOutcomes, pause, recertify, removeOutcome, setRetake } from './life.contract.js';
import { NextExamService } from './next-exam.service.js';
import { OutcomeRemovals } from './outcome-removals.service.js';
import { OutcomesService } from './outcomes.service.js';
import { PausesService } from './pauses.service.js';

@Controller()
export class LifeController {
  constructor(
    private readonly pauses: PausesService,
    private readonly outcomes: OutcomesService,
    private readonly removals: OutcomeRemovals,
    private readonly nextExam: NextExamService,
    private readonly history: EnrollmentHistoryService,
  ) {}

  @Route(pause)
  pause({ me, params, body }: Call<typeof pause>): Promise<Enrollment> {
    return this.pauses.pause(me, params.enrollmentId, body);
  }

  @Route(endPause)
  endPause({ me, params }: Call<typeof endPause>): Promise<Enrollment> {
    return this.pauses.end(me, params.enrollmentId);
  }

  @Route(listOutcomes)
  listOutcomes({ me, params }: Call<typeof listOutcomes>): Promise<Answer<typeof listOutcomes>> {
    return this.outcomes.list(me, params.enrollmentId);
  }

  @Route(recordOutcome)
  recordOutcome({ me, params, body }: Call<typeof recordOutcome>): Promise<Enrollment> {
    return this.outcomes.record(me, params.enrollmentId, body);
  }

  @Route(completeOutcome)
  completeOutcome({ me, params, body }: Call<typeof completeOutcome>): Promise<Enrollment> {
    return this.outcomes.complete(me, params.enrollmentId, params.outcomeId, body);
  }

  @Route(removeOutcome)
  removeOutcome({ me, params }: Call<typeof removeOutcome>): Promise<Enrollment> {
    return this.removals.remove(me, params.enrollmentId, params.outcomeId);
  }

  @Route(setRetake)
  setRetake({ me, params, body }: Call<typeof setRetake>): Promise<Enrollment> {
    return this.nextExam.retake(me, params.enrollmentId, body.examOn);
  }

  @Route(recertify)
  recertify({ me, params, body }: Call<typeof recertify>): Promise<Enrollment> {
    return this.nextExam.recertify(me, params.enrollmentId, body.examOn);
  }

  @Route(listEnrollmentChanges)
  changes({ me, params, query }: Call<typeof listEnrollmentChanges>): Promise<Answer<typeof listEnrollmentChanges>> {
    return this.history.list(me, params.enrollmentId, query);
  }
}

import { Worklist1800000000000 } from './1800000000000-worklist.js';
import { Users1800000000050 } from './1800000000050-users.js';
import { Mail1800000000100 } from './1800000000100-mail.js';
import { Curriculum1800000000200 } from './1800000000200-curriculum.js';
import { Enrollments1800000000300 } from './1800000000300-enrollments.js';
import { Progress1800000000400 } from './1800000000400-progress.js';
import { Plans1800000000500 } from './1800000000500-plans.js';
import { Readiness1800000000600 } from './1800000000600-readiness.js';
import { Reminders1800000000700 } from './1800000000700-reminders.js';
import { PasswordChosen1800000000800 } from './1800000000800-password-chosen.js';
import { Drafts1800000001000 } from './1800000001000-drafts.js';
import { ReleaseMoves1800000001100 } from './1800000001100-release-moves.js';
import { Waivers1800000001200 } from './1800000001200-waivers.js';
import { CurriculumSearch1800000001300 } from './1800000001300-curriculum-search.js';
import { SetAsideSaves1800000001400 } from './1800000001400-set-aside-saves.js';
import { Audit1800000001410 } from './1800000001410-audit.js';
import { OneMoveAtATime1800000001420 } from './1800000001420-one-move-at-a-time.js';
import { DraftCounts1800000001430 } from './1800000001430-draft-counts.js';
import { WaiverRequests1800000001450 } from './1800000001450-waiver-requests.js';
import { PassagesInPlainText1800000001451 } from './1800000001451-passages-in-plain-text.js';
import { DayStart1800000001500 } from './1800000001500-day-start.js';
import { Availability1800000001510 } from './1800000001510-availability.js';
import { EnrollmentLife1800000001520 } from './1800000001520-enrollment-life.js';
import { PlanPins1800000001600 } from './1800000001600-plan-pins.js';
import { FixedDates1800000001610 } from './1800000001610-fixed-dates.js';
import { PlanProposals1800000001620 } from './1800000001620-plan-proposals.js';
import { StudyKinds1800000001700 } from './1800000001700-study-kinds.js';
import { SkillProgress1800000001710 } from './1800000001710-skill-progress.js';
import { Practice1800000001720 } from './1800000001720-practice.js';
import { StudyImports1800000001730 } from './1800000001730-study-imports.js';
import { Evidence1800000001800 } from './1800000001800-evidence.js';
import { PersonalTokens1800000001900 } from './1800000001900-personal-tokens.js';
import { CalendarFeeds1800000001910 } from './1800000001910-calendar-feeds.js';
import { Pace1800000001920 } from './1800000001920-pace.js';
import { LeftOutParts1800000001930 } from './1800000001930-left-out-parts.js';
import { ReadinessBasis1800000001950 } from './1800000001950-readiness-basis.js';
import { Passing1800000001960 } from './1800000001960-passing.js';
import { RetakeFocus1800000001965 } from './1800000001965-retake-focus.js';
import { ReadinessSweep1800000001970 } from './1800000001970-readiness-sweep.js';
import { ReadinessChecks1800000001971 } from './1800000001971-readiness-checks.js';
import { DailyRuns1800000001980 } from './1800000001980-daily-runs.js';
import { ChanceRanges1800000001985 } from './1800000001985-chance-ranges.js';
import { ReadinessPlaces1800000001990 } from './1800000001990-readiness-places.js';
import { AttemptCounts1800000002001 } from './1800000002001-attempt-counts.js';
import { EmailConfirmed1800000002011 } from './1800000002011-email-confirmed.js';
import { PlainNames1800000002012 } from './1800000002012-plain-names.js';
import { RemindersToConfirmed1800000002013 } from './1800000002013-reminders-to-confirmed.js';
import { SearchKey1800000002021 } from './1800000002021-search-key.js';
import { ShippedCurricula1800000002041 } from './1800000002041-shipped-curricula.js';
import { SessionDevices1800000002101 } from './1800000002101-session-devices.js';
import { EmailChanges1800000002102 } from './1800000002102-email-changes.js';
import { MessageSecrets1800000002121 } from './1800000002121-message-secrets.js';
import { AccountDeactivated1800000002122 } from './1800000002122-account-deactivated.js';
import { CanceledMail1800000002123 } from './1800000002123-canceled-mail.js';
import { RegistrationPolicy1800000002124 } from './1800000002124-registration-policy.js';
import { Invitations1800000002125 } from './1800000002125-invitations.js';
import { AuditPersons1800000002141 } from './1800000002141-audit-persons.js';
import { SnapshotModel1800000002171 } from './1800000002171-snapshot-model.js';
import { ModelChangeDismissals1800000002172 } from './1800000002172-model-change-dismissals.js';
import { CalendarEvents1800000002191 } from './1800000002191-calendar-events.js';
import { CurriculumOffering1800000002201 } from './1800000002201-curriculum-offering.js';
import { InvitationErasure1800000002211 } from './1800000002211-invitation-erasure.js';
import { EmailChangeErasure1800000002212 } from './1800000002212-email-change-erasure.js';
import { EmailKeys1800000002213 } from './1800000002213-email-keys.js';

/** Every migration, oldest first. The last one's time says how new a database is: one newer than this list refuses older code. */
export const migrations = [
  Worklist1800000000000,
  Users1800000000050,
  Mail1800000000100,
  Curriculum1800000000200,
  Enrollments1800000000300,
  Progress1800000000400,
  Plans1800000000500,
  Readiness1800000000600,
  Reminders1800000000700,
  PasswordChosen1800000000800,
  Drafts1800000001000,
  ReleaseMoves1800000001100,
  Waivers1800000001200,
  CurriculumSearch1800000001300,
  SetAsideSaves1800000001400,
  Audit1800000001410,
  OneMoveAtATime1800000001420,
  DraftCounts1800000001430,
  WaiverRequests1800000001450,
  PassagesInPlainText1800000001451,
  DayStart1800000001500,
  Availability1800000001510,
  EnrollmentLife1800000001520,
  PlanPins1800000001600,
  FixedDates1800000001610,
  PlanProposals1800000001620,
  StudyKinds1800000001700,
  SkillProgress1800000001710,
  Practice1800000001720,
  StudyImports1800000001730,
  Evidence1800000001800,
  PersonalTokens1800000001900,
  CalendarFeeds1800000001910,
  Pace1800000001920,
  LeftOutParts1800000001930,
  ReadinessBasis1800000001950,
  Passing1800000001960,
  RetakeFocus1800000001965,
  ReadinessSweep1800000001970,
  ReadinessChecks1800000001971,
  DailyRuns1800000001980,
  ChanceRanges1800000001985,
  ReadinessPlaces1800000001990,
  AttemptCounts1800000002001,
  EmailConfirmed1800000002011,
  PlainNames1800000002012,
  RemindersToConfirmed1800000002013,
  SearchKey1800000002021,
  ShippedCurricula1800000002041,
  SessionDevices1800000002101,
  EmailChanges1800000002102,
  MessageSecrets1800000002121,
  AccountDeactivated1800000002122,
  CanceledMail1800000002123,
  RegistrationPolicy1800000002124,
  Invitations1800000002125,
  AuditPersons1800000002141,
  SnapshotModel1800000002171,
  ModelChangeDismissals1800000002172,
  CalendarEvents1800000002191,
  CurriculumOffering1800000002201,
  InvitationErasure1800000002211,
  EmailChangeErasure1800000002212,
  EmailKeys1800000002213,
];

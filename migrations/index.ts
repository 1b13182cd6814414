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
];

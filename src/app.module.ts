import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './platform/audit/audit.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { LimitsModule } from './platform/limits/limits.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { PlatformModule, type Ground } from './platform/platform.module.js';
import { UsersModule } from './users/users.module.js';
import { CurriculumModule } from './curriculum/curriculum.module.js';
import { EnrollmentsModule } from './enrollments/enrollments.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { EvidenceModule } from './progress/evidence/evidence.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { TodayModule } from './today/today.module.js';
import { MentoringModule } from './mentoring/mentoring.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ArchiveModule } from './archive/archive.module.js';

/** The list of features, in their order (ARCHITECTURE.md). Those with a worker's side take it where this process is a worker. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    const worker = ground.config.DAYMARK_ROLES !== 'api';
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(ground),
        AuthModule,
        LimitsModule,
        AuditModule,
        MailModule.register({ worker }),
        UsersModule,
        CurriculumModule,
        EnrollmentsModule.register({ worker }),
        ProgressModule,
        EvidenceModule.register({ worker }),
        PlansModule.register({ worker }),
        ReadinessModule.register({ worker }),
        TodayModule,
        MentoringModule,
        RemindersModule.register({ worker }),
        ArchiveModule,
      ],
    };
  }
}

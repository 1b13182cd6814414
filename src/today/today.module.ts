import { Module } from '@nestjs/common';
import { EnrollmentsModule } from '../enrollments/enrollments.module.js';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';

@Module({ imports: [EnrollmentsModule], controllers: [TodayController], providers: [TodayService] })
export class TodayModule {}

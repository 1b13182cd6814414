import { queryOptions } from '@tanstack/react-query';
import { readCalibration } from '@server/readiness/calibration/calibration.contract';
import { readForecast } from '@server/readiness/forecast/forecast.contract';
import { readReadiness } from '@server/readiness/readiness.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-queries';

export const readinessQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'readiness'], queryFn: () => call(readReadiness, { params: { enrollmentId } }) });

export const forecastQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'readiness-forecast'], queryFn: () => call(readForecast, { params: { enrollmentId } }) });

export const calibrationQuery = () => queryOptions({ queryKey: ['readiness-calibration'], queryFn: () => call(readCalibration, {}) });

import { ENROLLMENT_LIFE, STEP_WORDS, type EnrollmentState } from './enrollment-life.js';

/** The table of enrollment-life.ts as a chart that docs/enrollment-life.md holds: one line a step, in the order of the table. */
export function lifeChart(): string {
  const id = (state: string) => state.replace('-', '_');
  const steps = (Object.keys(ENROLLMENT_LIFE) as EnrollmentState[]).flatMap((from) => {
    const words: Readonly<Record<string, string>> = STEP_WORDS[from];
    return ENROLLMENT_LIFE[from].map((to) => `  ${id(from)} --> ${id(to)}: ${words[to]}`);
  });
  return ['stateDiagram-v2', '  state "exam-taken" as exam_taken', '  [*] --> requested', '  [*] --> active: enrolls', ...steps].join('\n');
}

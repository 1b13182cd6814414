/** What a level that nobody can enroll in yet waits for. Pure. */
export function notOpenWords({ skills }: { skills: number | readonly unknown[] }): string {
  return (typeof skills === 'number' ? skills : skills.length) > 0 ? 'Weights of skills not published yet' : 'Not published yet';
}

/** What stands beside the data for whoever opens it years later. `missing`: files that the store does not have. */
export function readme(writtenAt: string, missing: readonly string[]): string {
  const gone = missing.length === 0 ? [] : ['', 'These files could not be found any more:', ...missing.map((name) => `  ${name}`)];
  return [
    `Everything that Daymark held of yours at ${writtenAt}.`,
    '',
    'everything.json   all of it, with the titles of levels, skills and projects by their ids',
    'tables/           the same as tables, one CSV file each (UTF-8, commas)',
    'study-logs/       your study log level by level, as Daymark can import it again',
    'files/            the files that you uploaded, by the id that tables/evidence-files.csv names',
    '',
    'Dates are your own (YYYY-MM-DD); times are in UTC (ISO 8601). A cell that a spreadsheet would take for a formula has an apostrophe before it.',
    'Passwords, tokens and secret addresses are not in it.',
    ...gone,
    '',
  ].join('\r\n');
}

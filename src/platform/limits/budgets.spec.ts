import { readFileSync } from 'node:fs';
import { readConfig } from '../config/config.js';
import { budgetsOf } from './budgets.js';

const document = readFileSync('docs/limits.md', 'utf8');

describe('the budgets of a Daymark that nobody configured', () => {
  const budgets = Object.values(budgetsOf(readConfig({ DAYMARK_TOKEN_SECRET: 'a secret that only the tests know, and long' })));

  it.each(budgets.filter(({ name }) => name !== 'sign-ins-of-browser'))('$name are those in docs/limits.md', ({ max, seconds }) => {
    expect(document).toContain(`${max.toLocaleString('en')} ${seconds === 60 ? 'a minute' : 'an hour'}`);
  });
});

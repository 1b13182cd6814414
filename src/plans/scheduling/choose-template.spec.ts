import { chooseTemplate } from './choose-template.js';

const templates = [
  { slug: 'sixty', minDays: 60, maxDays: 60 },
  { slug: 'short', minDays: 7, maxDays: 14 },
  { slug: 'thirty', minDays: 30, maxDays: 30 },
];

describe('the guidance for a plan', () => {
  it.each([
    [90, 'sixty'],
    [59, 'thirty'],
    [30, 'thirty'],
    [29, 'short'],
    [7, 'short'],
    [3, 'short'],
  ])('for %i days is %s', (days, slug) => {
    expect(chooseTemplate(templates, days)?.slug).toBe(slug);
  });

  it('is none where a level has none', () => {
    expect(chooseTemplate([], 30)).toBeUndefined();
  });
});

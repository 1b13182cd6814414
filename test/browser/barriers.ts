import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What of a page shuts somebody out, by axe's rules for WCAG 2.2 A and AA: the rule and where, a line each; and whether the page is wider than its window. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  // Legacy: our pages frame nobody else's, and the other way opens a second page each time. Only faults are worked out in full.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode()
    .analyze();
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(overflow > 0 ? [`wider than its window by ${overflow} pixels`] : []),
  ];
}

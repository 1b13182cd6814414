import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { atEachWidth, overflowOf, PHONE } from './browser.js';
import { settled } from './settled.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Without its comments axe is half as long, and takes half as long to read into a page. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Only violations are reported in full. Our pages have no frames. */
const OPTIONS = JSON.stringify({
  resultTypes: ['violations'],
  iframes: false,
  runOnly: { type: 'tag', values: TAGS },
});
/** An open menu or dialog may cover part of a button on the page behind it. axe then reports a target that is too small, which is wrong. */
const IS_BEHIND = `(id, { target }) => {
  const element = id === 'target-size' ? document.querySelector(target[0]) : null;
  if (!element || element.closest('[role=dialog]')) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return [...document.querySelectorAll('[role=dialog]')]
    .map((dialog) => dialog.getBoundingClientRect())
    .some((over) => over.left < right && over.right > left && over.top < bottom && over.bottom > top);
}`;
const VIOLATIONS = `axe.run(document, ${OPTIONS}).then(({ violations }) =>
  violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !(${IS_BEHIND})(id, node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;

/**
 * What of a page shuts somebody out, by axe's rules for WCAG 2.2 A and AA: the rule and where, a line each; and whether the page is wider
 * than its window. At the width that the page has now.
 */
export async function barriersOf(page: Page): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(AXE);
  const violations = await page.evaluate<string[]>(VIOLATIONS);
  const overflow = await overflowOf(page);
  return [...violations, ...(overflow > 0 ? [`wider than its window by ${overflow} pixels`] : [])];
}

/** The same at the desk and on the phone: below 760 pixels each page has another shell, and most have other columns. */
export async function barriersAtEachWidth(page: Page): Promise<string[]> {
  const found = await atEachWidth(page, async ({ width }) => {
    // From its beginning: further down, what happens to lie below the bar of the phone would count as covered.
    if (width === PHONE.width) await page.evaluate('window.scrollTo(0, 0)');
    return (await barriersOf(page)).map((barrier) => `${width} pixels: ${barrier}`);
  });
  return found.flat();
}

import type { Page } from 'playwright-core';

/**
 * Clicks "Undo" in the toast with this text. The text is needed, because an earlier toast with its own "Undo" may still be there when the page
 * already shows the later change.
 */
export const undo = (page: Page, text: string) =>
  page.getByRole('status').locator('> *').filter({ hasText: text }).getByRole('button', { name: 'Undo' }).last().click();

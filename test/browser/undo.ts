import type { Page } from 'playwright-core';

/**
 * Takes back what the toast with this text says. The toast is named, because an earlier toast may still offer its own "Undo" when the page
 * already shows the later change.
 */
export const undo = (page: Page, text: string) =>
  page.getByRole('status').locator('> *').filter({ hasText: text }).getByRole('button', { name: 'Undo' }).last().click();

import type { Locator } from 'playwright-core';

/** Waits until the element has the focus. */
export const hasFocus = (element: Locator): Promise<void> => element.and(element.page().locator(':focus')).waitFor();

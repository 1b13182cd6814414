import type { Locator } from 'playwright-core';

/** Waits until a field holds a value: React writes it into the attribute, too. */
export const holds = (field: Locator, value: string) => field.and(field.page().locator(`[value=${JSON.stringify(value)}]`)).waitFor();

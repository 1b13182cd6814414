import { expect } from '@jest/globals';

/** Dates and times are equal if they have the same text. Without this, `toEqual` finds no property in them to compare, and takes any two for equal. */
function textOf(value: unknown): string | undefined {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') ? `${tag} ${String(value)}` : undefined;
}

expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const [one, other] = [textOf(a), textOf(b)];
    return one === undefined && other === undefined ? undefined : one === other;
  },
]);

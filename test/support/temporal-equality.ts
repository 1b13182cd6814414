/** The types of jest leave this out, and its module of globals has none where one module graph serves all files. */
interface WithEqualityTesters {
  addEqualityTesters(testers: ((a: unknown, b: unknown) => boolean | undefined)[]): void;
}

/** Dates and times are equal if they have the same text. Without this, `toEqual` finds no property in them to compare, and takes any two for equal. */
function textOf(value: unknown): string | undefined {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') ? `${tag} ${String(value)}` : undefined;
}

(expect as unknown as WithEqualityTesters).addEqualityTesters([
  (a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    return one === undefined && other === undefined ? undefined : one === other;
  },
]);

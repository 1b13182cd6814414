/** What somebody typed into a field of figures, as far as it says a number: '4.' is 4 while the rest is still to come. */
export function figureOf(typed: string | number, per: number): number | undefined {
  const number = typeof typed === 'number' ? typed : Number.parseFloat(typed);
  if (!Number.isFinite(number)) return undefined;
  // A unit that is made of smaller ones is kept in those, whole: hours in minutes.
  return per === 1 ? Math.round(number * 100) / 100 : Math.round(number * per);
}

/** A value as it is shown; `typed` for as long as it says the same, so that nothing is taken out of one's hands. */
export function shownFigure(value: number | undefined, per: number, typed: string | number | undefined): string | number {
  if (typed !== undefined && figureOf(typed, per) === value) return typed;
  return value === undefined ? '' : Math.round((value / per) * 100) / 100;
}

/** The widest and the narrowest that a column is drawn, and the usual one where some weeks have no room. */
const [WIDEST, NARROWEST, USUAL] = [25, 17, 24];

export interface HeatColumns {
  /** Pixels from one column to the next. */
  pitch: number;
  /** The weeks that are drawn: from this one to before `end`. */
  first: number;
  end: number;
}

/** Which of a number of weeks have room, and how wide each is: all of them where they fit, else so many that end `back` weeks before the last. */
export function heatColumns(weeks: number, room: number, back: number): HeatColumns {
  if (weeks * NARROWEST <= room) return { pitch: Math.min(WIDEST, room / weeks), first: 0, end: weeks };
  const shown = Math.max(1, Math.floor(room / USUAL));
  // The first page is full too.
  const end = Math.min(weeks, Math.max(shown, weeks - back));
  return { pitch: USUAL, first: Math.max(0, end - shown), end };
}

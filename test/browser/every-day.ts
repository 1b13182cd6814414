/** An hour of study on each day of the week. Tests that need a plan for today use it, because they run on any weekday. */
export const DAILY = { monday: 60, tuesday: 60, wednesday: 60, thursday: 60, friday: 60, saturday: 60, sunday: 60 };

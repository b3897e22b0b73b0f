/** Days in a row on which something was done, up to today or yesterday; times in milliseconds, `dayOf` in the learner's zone. */
export function streakOf(times: readonly number[], now: number, dayOf: (time: number) => number): number {
  const days = new Set(times.map(dayOf));
  const today = dayOf(now);
  let day = days.has(today) ? today : today - 1;
  let count = 0;
  while (days.has(day)) {
    count++;
    day--;
  }
  return count;
}

/** The number of a day by the clock of this machine. */
export function localDay(time: number): number {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MILLISECONDS);
}

const MILLISECONDS = 24 * 60 * 60 * 1000;

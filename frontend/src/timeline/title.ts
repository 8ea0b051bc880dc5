/** What the timeline shows, as a heading. */
import { pageLocale } from "./words";
import { wallPlus } from "./zone";

/** `2 March 2026 (Mon)`, or `2 – 8 March 2026` for a week, from wall-clock texts. */
export function dayTitle(from: string, to: string): string {
  const last = wallPlus(to, -1);
  const single = from.slice(0, 10) === last.slice(0, 10);
  const format = new Intl.DateTimeFormat(pageLocale(), { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
  const first = new Date(`${from}Z`);
  if (!single) return format.formatRange(first, new Date(`${last}Z`));
  const weekday = new Intl.DateTimeFormat(pageLocale(), { timeZone: "UTC", weekday: "short" }).format(first);
  return `${format.format(first)} (${weekday})`;
}

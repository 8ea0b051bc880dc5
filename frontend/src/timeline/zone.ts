/** Wall-clock time in a named zone, and back to the instant it names. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    formats.set(zone, found);
  }
  return found;
}

/** `2026-03-02T09:30:00`, as a clock on the wall of that zone shows the instant. */
export function wallOf(instant: Date | string, zone: string): string {
  const parts = new Map(format(zone).formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "00";
  return `${at("year")}-${at("month")}-${at("day")}T${at("hour")}:${at("minute")}:${at("second")}`;
}

/** How far the zone is ahead of UTC at that instant, in minutes. */
export function offsetMinutes(instant: Date | string, zone: string): number {
  const date = new Date(instant);
  return Math.round((Date.parse(`${wallOf(date, zone)}Z`) - date.getTime()) / 60_000);
}

export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The instant of a wall-clock time, as ISO with its offset. In a fall-back hour it is the first of the two. */
export function instantOf(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  const guess = offsetMinutes(new Date(asUtc - 86_400_000), zone);
  const offset = offsetMinutes(new Date(asUtc - guess * 60_000), zone);
  return `${wall}${offsetText(offset)}`;
}

/** A Date whose local fields are a wall-clock time (what the calendar hands out) as that wall-clock text. */
export function wallOfFields(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  );
}

/** A wall-clock text moved by minutes. */
export function wallPlus(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 19);
}

export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
}

/** A wall-clock text rounded down to a step counted from midnight. */
export function wallFloor(wall: string, step: number): string {
  const midnight = `${wall.slice(0, 10)}T00:00:00`;
  const minutes = Math.floor(minutesBetween(midnight, wall) / step) * step;
  return wallPlus(midnight, minutes);
}

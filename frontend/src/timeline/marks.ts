/** What the timeline's rows and bookings show and say. */
import type { Booking, Instrument, Look } from "./feed";
import { element, lookIcon, stateIcon, type Words } from "./words";

/** `09:00–11:30`, with the day where it is another one. */
export function spanText(start: string, end: string): string {
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const day = (wall: string) => `${Number(wall.slice(5, 7))}/${Number(wall.slice(8, 10))} `;
  return `${sameDay ? "" : day(start)}${start.slice(11, 16)}–${sameDay ? "" : day(end)}${end.slice(11, 16)}`;
}

export function rowLabel(title: string, instrument: Instrument | undefined, words: Words, first: boolean): HTMLElement {
  if (!instrument) return element("span", { class: "timeline-group" }, title);
  const state = instrument.locked_reason ?? words.states[instrument.state];
  return element(
    "a",
    {
      class: `timeline-row ${instrument.state}`,
      href: instrument.url,
      "data-row": instrument.id,
      tabindex: first ? "0" : "-1",
      title: `${title} · ${state}`,
    },
    stateIcon(instrument.state),
    element("span", { class: "name" }, title),
    element("small", {}, state),
  );
}

export function eventContent(title: string, time: string, look: Look | undefined): Node[] {
  const icon = look ? lookIcon(look) : null;
  return [
    element("span", { class: "event-title" }, ...(icon ? [icon] : []), title),
    element("span", { class: "event-time" }, time),
  ];
}

/** Names a booking for those who listen, and leaves only those that can be acted on among the tab stops. */
export function eventLabel(el: HTMLElement, booking: Booking, instrument: string, time: string, words: Words): void {
  el.dataset.booking = booking.id;
  const look = words.looks[booking.look];
  const title = booking.title && booking.title !== look ? `${booking.title}, ` : "";
  el.setAttribute("aria-label", `${title}${look}, ${instrument}, ${time}`);
  el.title = `${booking.title || look} · ${time}`;
  const acts = booking.editable || booking.url !== null;
  el.setAttribute("tabindex", acts ? "0" : "-1");
  el.setAttribute("role", acts ? "button" : "img");
  if (booking.editable) el.setAttribute("aria-describedby", "timeline-keys");
}

const GRID_ROLES = '[role="row"], [role="rowgroup"], [role="rowheader"], [role="columnheader"], [role="cell"], [role="gridcell"]';

/** The calendar borrows table roles without a table; what it is, is a labelled region of links and buttons. */
export function plainRoles(host: HTMLElement, label: string): void {
  for (const wrong of host.querySelectorAll(GRID_ROLES)) {
    wrong.removeAttribute("role");
    wrong.removeAttribute("aria-colindex");
    wrong.removeAttribute("aria-colspan");
  }
  const main = host.querySelector(".ec-main");
  if (main && !main.hasAttribute("role")) {
    main.setAttribute("role", "region");
    main.setAttribute("tabindex", "0");
    main.setAttribute("aria-label", label);
  }
  for (const time of host.querySelectorAll("time[aria-label]")) time.removeAttribute("aria-label");
}

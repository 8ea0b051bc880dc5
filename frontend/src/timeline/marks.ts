/** What the timeline's rows and bookings show and say. */
import type { Booking, Instrument } from "./feed";
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

/** A booking's face: a link where it leads somewhere, a button where it can only be moved, else plain words. */
export function eventContent(booking: Booking | undefined, title: string, time: string, instrument: string, words: Words): Node[] {
  if (!booking) return [element("span", { class: "event-hit" }, title, element("span", { class: "event-time" }, time))];
  const look = words.looks[booking.look];
  const icon = lookIcon(booking.look);
  const more = [title === look ? "" : look, instrument].filter(Boolean).join(", ");
  const parts = [
    element("span", { class: "event-title" }, ...(icon ? [icon] : []), title),
    " ",
    element("span", { class: "event-time" }, time),
    element("span", { class: "visually-hidden" }, `, ${more}`),
  ];
  const attributes: Record<string, string> = { class: "event-hit", "data-booking": booking.id, title: `${title} · ${time}` };
  if (booking.editable) attributes["aria-describedby"] = "timeline-keys";
  if (booking.url) return [element("a", { ...attributes, href: booking.url, draggable: "false" }, ...parts)];
  if (booking.editable) return [element("button", { ...attributes, type: "button" }, ...parts)];
  return [element("span", attributes, ...parts)];
}

const GRID_ROLES = '[role="table"], [role="row"], [role="rowgroup"], [role="rowheader"], [role="columnheader"], [role="cell"], [role="gridcell"]';

/** The calendar borrows table roles without a table; what it is, is a labelled region of links and buttons. */
export function plainRoles(host: HTMLElement, label: string): void {
  for (const wrong of host.querySelectorAll(GRID_ROLES)) {
    wrong.removeAttribute("role");
    wrong.removeAttribute("aria-colindex");
    wrong.removeAttribute("aria-colspan");
  }
  const main = host.querySelector(".ec-main");
  if (main && !main.hasAttribute("role")) {
    main.setAttribute("role", "group");
    main.setAttribute("tabindex", "0");
    main.setAttribute("aria-label", label);
  }
  for (const side of host.querySelectorAll("aside:not([role])")) side.setAttribute("role", "none");
  for (const time of host.querySelectorAll("time[aria-label]")) time.removeAttribute("aria-label");
}

/** The bookings of one day as a list, by room and instrument: for phones and for whoever prefers reading. */
import type { Booking, Feed, Instrument } from "./feed";
import { element, lookIcon, stateIcon, type Words } from "./words";
import { wallOf } from "./zone";

export interface ListHands {
  book: (instrument: Instrument) => void;
}

export function renderList(host: HTMLElement, feed: Feed, words: Words, hands: ListHands): void {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of feed.resources) {
    groups.set(instrument.group, [...(groups.get(instrument.group) ?? []), instrument]);
  }
  host.replaceChildren(
    ...[...groups].map(([title, instruments]) =>
      element("section", {}, element("h3", {}, title), ...instruments.map((one) => entry(one, feed, words, hands))),
    ),
  );
}

function entry(instrument: Instrument, feed: Feed, words: Words, hands: ListHands): HTMLElement {
  const locked = instrument.state === "locked";
  const state = element("small", {}, instrument.locked_reason ?? words.states[instrument.state]);
  const head = element(
    "div",
    { class: "instrument-head" },
    stateIcon(instrument.state),
    element("div", {}, element("a", { href: instrument.url }, instrument.title), state),
  );
  if (!locked) {
    const button = element("button", { type: "button", class: "btn btn-plain btn-small" }, words.book);
    button.setAttribute("aria-label", words.bookAt.replace("{instrument}", instrument.title));
    button.addEventListener("click", () => hands.book(instrument));
    head.append(button);
  }
  const bookings = feed.events
    .filter((booking) => booking.resource === instrument.id)
    .sort((one, other) => one.start.localeCompare(other.start));
  const body = bookings.length
    ? element("ul", {}, ...bookings.map((booking) => element("li", {}, line(booking, feed.timezone, words))))
    : element("small", { class: "soft" }, words.noBookings);
  return element("div", { class: "instrument" }, head, body);
}

function line(booking: Booking, zone: string, words: Words): HTMLElement {
  const time = `${wallOf(booking.start, zone).slice(11, 16)}–${wallOf(booking.end, zone).slice(11, 16)}`;
  const icon = lookIcon(booking.look);
  const parts: (Node | string)[] = [
    ...(icon ? [icon] : []),
    element("time", { datetime: booking.start }, time),
    booking.title || words.looks[booking.look],
  ];
  const look = `look-${booking.look}`;
  return booking.url
    ? element("a", { class: look, href: booking.url }, ...parts)
    : element("span", { class: look }, ...parts);
}

/** Texts of the timeline in the page's language; the server fills them in (`cotton/timeline.html`). */
import type { Look, State } from "./feed";

export interface Words {
  looks: Record<Look, string>;
  states: Record<State, string>;
  book: string;
  bookAt: string;
  noBookings: string;
  close: string;
  unreachable: string;
  cursor: string;
  moved: string;
  saving: string;
  locked: string;
  board: string;
}

/** A sentence in both languages, as refusals carry it, or already in one. */
export type Said = string | { ko?: string; en?: string } | null | undefined;

export function say(text: Said): string {
  if (!text || typeof text === "string") return text ?? "";
  return (document.documentElement.lang.startsWith("en") ? text.en : text.ko) ?? text.ko ?? text.en ?? "";
}

/** English with the day before the month, as the rest of the pages write it. */
export const pageLocale = (): string => (document.documentElement.lang.startsWith("ko") ? "ko" : "en-GB");

/** Puts named values into a text: `fill("{a} to {b}", {a, b})`. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** An icon of the sprite, hidden from those who listen. */
export function iconSvg(name: string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "sm-icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  const sprite = document.querySelector<HTMLMetaElement>('meta[name="icon-sprite"]')?.content ?? "";
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

const STATE_ICONS: Record<State, string> = {
  free: "circle-check", in_use: "clock", fault: "octagon-alert", maintenance: "wrench", locked: "lock",
};
export const stateIcon = (state: State): SVGSVGElement => iconSvg(STATE_ICONS[state]);

const LOOK_ICONS: Partial<Record<Look, string>> = {
  company: "users", pending: "circle-dashed", maintenance: "wrench", fault: "octagon-alert",
};
export const lookIcon = (look: Look): SVGSVGElement | null => {
  const name = LOOK_ICONS[look];
  return name ? iconSvg(name) : null;
};

/** Shows a refusal right where the hand was: code, sentence, way out. */
import type { Problem } from "./feed";
import { element, iconSvg, say, type Words } from "./words";

export class RefusalCard {
  private card: HTMLElement | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly words: Words,
  ) {}

  /** `x`, `y`: the place on screen it is about. `back`: finds where focus belongs afterwards. */
  show(problem: Problem, x: number, y: number, back: () => HTMLElement | null): void {
    this.hide();
    const close = element("button", { type: "button", class: "close", "aria-label": this.words.close }, iconSvg("x"));
    close.addEventListener("click", () => {
      this.hide();
      back()?.focus();
    });
    const card = element(
      "div",
      { class: "refusal timeline-refusal", role: "alertdialog", tabindex: "-1", "aria-labelledby": "timeline-refusal-title" },
      element("p", { class: "refusal-title", id: "timeline-refusal-title" }, iconSvg("octagon-alert"), element("span", {}, say(problem.detail) || problem.title)),
      this.body(problem),
      close,
    );
    card.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close.click();
    });
    this.host.append(card);
    this.place(card, x, y);
    this.card = card;
    close.focus({ preventScroll: true });
  }

  hide(): void {
    this.card?.remove();
    this.card = null;
  }

  private body(problem: Problem): HTMLElement {
    const body = element("div", { class: "refusal-body" });
    const arithmetic = say(problem.arithmetic);
    if (arithmetic) body.append(element("p", { class: "arithmetic" }, arithmetic));
    const links = (problem.remedies ?? []).map((remedy) => {
      const text = say(remedy.label) || say(remedy);
      return element("li", {}, remedy.url ? element("a", { href: remedy.url }, text) : text);
    });
    if (links.length) body.append(element("ul", { class: "remedies" }, ...links));
    if (problem.code) body.append(element("code", { class: "refusal-code" }, problem.code));
    return body;
  }

  private place(card: HTMLElement, x: number, y: number): void {
    const frame = this.host.getBoundingClientRect();
    const left = Math.min(Math.max(x - frame.left - 24, 8), Math.max(frame.width - card.offsetWidth - 8, 8));
    const below = y - frame.top + 12;
    const room = Math.max(frame.height, window.innerHeight - frame.top) - card.offsetHeight - 8;
    card.style.left = `${left}px`;
    card.style.top = `${Math.max(Math.min(below, room), 8)}px`;
  }
}

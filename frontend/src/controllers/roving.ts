/** One tab stop for a list: arrows, Home and End move between its items. */
import { Controller } from "@hotwired/stimulus";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export default class RovingController extends Controller<HTMLElement> {
  static override targets = ["item"];
  declare readonly itemTargets: HTMLElement[];

  itemTargetConnected(): void {
    const current = this.itemTargets.find((item) => item.tabIndex === 0) ?? this.itemTargets[0];
    this.itemTargets.forEach((item) => (item.tabIndex = item === current ? 0 : -1));
  }

  /** Where a row of tabs is longer than the screen, the page's own is in sight. */
  override connect(): void {
    const here = this.itemTargets.find((item) => item.ariaCurrent === "page");
    const beyond = here ? here.getBoundingClientRect().right - this.element.getBoundingClientRect().right : 0;
    if (beyond > 0) this.element.scrollLeft += beyond + 40;
  }

  key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = this.itemTargets;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    let next: HTMLElement | undefined;
    if (event.key === "Home") next = items[0];
    else if (event.key === "End") next = items.at(-1);
    else if (step !== undefined && at >= 0) next = items[(at + step + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    items.forEach((item) => (item.tabIndex = item === next ? 0 : -1));
    next.focus();
  }
}

/** Hides what does not match a search, and groups in which nothing is left; what is chosen stays in sight. */
import { Controller } from "@hotwired/stimulus";

export default class SiftController extends Controller<HTMLElement> {
  static override targets = ["query", "count", "group", "item"];
  static override values = { one: String, many: String };
  declare readonly queryTarget: HTMLInputElement;
  declare readonly countTarget: HTMLElement;
  declare readonly groupTargets: HTMLElement[];
  declare readonly itemTargets: HTMLElement[];
  declare readonly oneValue: string;
  declare readonly manyValue: string;

  sift(): void {
    const words = this.queryTarget.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const item of this.itemTargets) {
      const found = words.every((word) => item.dataset.sought?.includes(word));
      if (found) left += 1;
      item.hidden = !found && !item.querySelector<HTMLInputElement>("input")?.checked;
    }
    for (const group of this.groupTargets) group.hidden = !group.querySelector("[data-sift-target=item]:not([hidden])");
    const said = left === 1 ? this.oneValue : this.manyValue;
    this.countTarget.textContent = words.length ? said.replace("{n}", String(left)) : "";
  }

  /** Enter in the search sends no form. */
  stay(event: Event): void {
    event.preventDefault();
  }
}

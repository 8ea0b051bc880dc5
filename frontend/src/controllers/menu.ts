/** A button that shows a list of links; Escape and a click elsewhere close it. */
import { Controller } from "@hotwired/stimulus";

export default class MenuController extends Controller<HTMLElement> {
  static override targets = ["button", "list"];
  declare readonly buttonTarget: HTMLButtonElement;
  declare readonly listTarget: HTMLElement;

  toggle(): void {
    this.show(this.listTarget.hidden === true);
  }

  outside(event: Event): void {
    if (!this.element.contains(event.target as Node)) this.show(false);
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.listTarget.hidden) {
      this.show(false);
      this.buttonTarget.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.step(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  private step(by: number): void {
    if (this.listTarget.hidden) this.show(true);
    const items = [...this.listTarget.querySelectorAll<HTMLElement>("a, button")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + by + (at < 0 && by < 0 ? 1 : 0)) % items.length)?.focus();
  }

  private show(open: boolean): void {
    this.listTarget.hidden = !open;
    this.buttonTarget.setAttribute("aria-expanded", String(open));
  }
}

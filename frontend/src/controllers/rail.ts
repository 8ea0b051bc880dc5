/** The left rail on a phone: a sheet behind a button. */
import { Controller } from "@hotwired/stimulus";

export default class RailController extends Controller<HTMLElement> {
  static override targets = ["button", "rail"];
  declare readonly buttonTarget: HTMLButtonElement;
  declare readonly railTarget: HTMLElement;

  toggle(): void {
    this.show(!this.railTarget.classList.contains("open"));
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.railTarget.classList.contains("open")) {
      this.show(false);
      this.buttonTarget.focus();
    }
  }

  private show(open: boolean): void {
    this.railTarget.classList.toggle("open", open);
    this.buttonTarget.setAttribute("aria-expanded", String(open));
  }
}

/** The side drawer: opens when a region is swapped into it, gives focus back when it closes. */
import { Controller } from "@hotwired/stimulus";

export default class DrawerController extends Controller<HTMLDialogElement> {
  static override targets = ["content"];
  declare readonly contentTarget: HTMLElement;
  private before: Element | null = null;

  /** On htmx:afterSwap from inside. */
  filled(event: Event): void {
    if (event.target !== this.contentTarget && !this.contentTarget.contains(event.target as Node)) return;
    const heading = this.contentTarget.querySelector("h1, h2");
    if (heading) {
      heading.id ||= "drawer-title";
      this.element.setAttribute("aria-labelledby", heading.id);
    }
    if (this.element.open) return;
    this.before = document.activeElement;
    this.element.showModal();
  }

  close(): void {
    this.element.close();
  }

  closed(): void {
    this.contentTarget.replaceChildren();
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
    this.before = null;
  }

  veil(event: MouseEvent): void {
    if (event.target === this.element) this.close();
  }
}

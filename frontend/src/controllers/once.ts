/** A form that is sent once: its buttons rest until the answer is there, or until the page is shown again. */
import { Controller } from "@hotwired/stimulus";

export default class OnceController extends Controller<HTMLFormElement> {
  private readonly wake = (): void => this.rest(false);

  override connect(): void {
    window.addEventListener("pageshow", this.wake);
    this.element.addEventListener("htmx:afterRequest", this.wake);
  }

  override disconnect(): void {
    window.removeEventListener("pageshow", this.wake);
    this.element.removeEventListener("htmx:afterRequest", this.wake);
  }

  /** After the browser has read the pressed button's name and value. */
  send(): void {
    window.setTimeout(() => this.rest(true));
  }

  private rest(yes: boolean): void {
    for (const button of this.element.querySelectorAll<HTMLButtonElement>('button[type="submit"], button:not([type])')) {
      button.disabled = yes;
    }
  }
}

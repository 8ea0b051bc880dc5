/** Sends a filter form when a field changes; typing waits for a pause. */
import { Controller } from "@hotwired/stimulus";

export default class AutosubmitController extends Controller<HTMLFormElement> {
  static override values = { pause: { type: Number, default: 350 } };
  declare readonly pauseValue: number;
  private timer = 0;

  change(): void {
    window.clearTimeout(this.timer);
    this.element.requestSubmit();
  }

  type(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.element.requestSubmit(), this.pauseValue);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
  }
}

/** One toast: goes by itself unless it says no, is looked at, or holds an undo. */
import { Controller } from "@hotwired/stimulus";

export default class ToastController extends Controller<HTMLElement> {
  static override values = { seconds: { type: Number, default: 7 } };
  declare readonly secondsValue: number;
  private timer = 0;

  override connect(): void {
    this.release();
  }

  override disconnect(): void {
    this.hold();
  }

  hold(): void {
    window.clearTimeout(this.timer);
  }

  release(): void {
    this.hold();
    if (this.secondsValue > 0) this.timer = window.setTimeout(() => this.close(), this.secondsValue * 1000);
  }

  close(): void {
    this.element.remove();
  }
}

/** Refreshes a region when the server's version of it changes: fires `refresh` for `hx-trigger="refresh"`. */
import { Controller } from "@hotwired/stimulus";
import { VisiblePoll } from "../visible_poll";

export default class PollController extends Controller<HTMLElement> {
  static override values = { url: String, version: String, seconds: { type: Number, default: 5 } };
  declare readonly urlValue: string;
  declare readonly versionValue: string;
  declare readonly secondsValue: number;
  private poll: VisiblePoll | null = null;

  override connect(): void {
    this.poll = new VisiblePoll(this.urlValue, this.secondsValue, this.versionValue, () =>
      this.element.dispatchEvent(new CustomEvent("refresh")),
    );
    this.poll.start();
  }

  override disconnect(): void {
    this.poll?.stop();
  }
}

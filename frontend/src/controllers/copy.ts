/** Copies a text and says so. */
import { Controller } from "@hotwired/stimulus";

export default class CopyController extends Controller<HTMLElement> {
  static override values = { text: String, done: String };
  static override targets = ["status"];
  declare readonly textValue: string;
  declare readonly doneValue: string;
  declare readonly statusTarget: HTMLElement;

  async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.textValue);
    this.statusTarget.textContent = this.doneValue;
    window.setTimeout(() => (this.statusTarget.textContent = ""), 2500);
  }
}

/** Shows the year that a slider stands at while it moves; the newest may be called today. */
import { Controller } from "@hotwired/stimulus";

export default class YearController extends Controller<HTMLElement> {
  static override targets = ["slide", "shown"];
  declare readonly slideTarget: HTMLInputElement;
  declare readonly shownTarget: HTMLOutputElement;

  show(): void {
    const { value, max } = this.slideTarget;
    this.shownTarget.value = (value === max && this.shownTarget.dataset.now) || value;
  }
}

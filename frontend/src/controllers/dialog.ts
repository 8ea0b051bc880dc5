/** Opens and closes a native dialog; the element holds both the trigger and the dialog. */
import { Controller } from "@hotwired/stimulus";

export default class DialogController extends Controller<HTMLElement> {
  static override targets = ["dialog"];
  declare readonly dialogTarget: HTMLDialogElement;

  open(event?: Event): void {
    event?.preventDefault();
    this.dialogTarget.showModal();
  }

  close(): void {
    this.dialogTarget.close();
  }

  /** A click on the veil is a click on the dialog itself. */
  veil(event: MouseEvent): void {
    if (event.target === this.dialogTarget) this.close();
  }
}

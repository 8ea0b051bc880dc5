/** The search palette: ⌘K or Ctrl+K opens it, arrows walk the answers, Enter follows one. */
import { Controller } from "@hotwired/stimulus";

export default class PaletteController extends Controller<HTMLElement> {
  static override targets = ["dialog", "input", "results", "key"];
  declare readonly dialogTarget: HTMLDialogElement;
  declare readonly inputTarget: HTMLInputElement;
  declare readonly resultsTarget: HTMLElement;
  declare readonly keyTargets: HTMLElement[];
  private at = -1;

  override connect(): void {
    const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
    for (const key of this.keyTargets) key.textContent = apple ? "⌘K" : "Ctrl K";
  }

  open(): void {
    if (!this.dialogTarget.open) this.dialogTarget.showModal();
    this.inputTarget.select();
  }

  close(): void {
    this.dialogTarget.close();
  }

  veil(event: MouseEvent): void {
    if (event.target === this.dialogTarget) this.close();
  }

  shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      this.open();
    }
  }

  /** New answers have arrived. */
  filled(): void {
    this.at = -1;
    this.mark(this.answers().length ? 0 : -1);
  }

  key(event: KeyboardEvent): void {
    const count = this.answers().length;
    if (event.key === "Escape") {
      event.preventDefault(); // a search field would only empty itself
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count) this.mark((this.at + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    } else if (event.key === "Enter" && !event.isComposing) {
      const answer = this.answers()[this.at];
      if (answer) {
        event.preventDefault();
        (answer.matches("a") ? answer : answer.querySelector<HTMLElement>("a"))?.click();
      }
    }
  }

  private answers(): HTMLElement[] {
    return [...this.resultsTarget.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  private mark(index: number): void {
    this.at = index;
    this.answers().forEach((answer, position) => {
      answer.id ||= `palette-answer-${position}`;
      answer.setAttribute("aria-selected", String(position === index));
      if (position !== index) return;
      this.inputTarget.setAttribute("aria-activedescendant", answer.id);
      answer.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) this.inputTarget.removeAttribute("aria-activedescendant");
  }
}

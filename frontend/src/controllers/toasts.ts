/** Where toasts land. The server asks for one with `HX-Trigger: {"toast": {"kind": "ok", "text": "…"}}`. */
import { Controller } from "@hotwired/stimulus";

interface ToastDetail {
  kind?: "ok" | "info" | "warn" | "stop";
  text?: string;
  undo?: string;
}

export default class ToastsController extends Controller<HTMLElement> {
  static override targets = ["template", "list"];
  static override values = { failure: String };
  declare readonly templateTargets: HTMLTemplateElement[];
  declare readonly listTarget: HTMLElement;
  declare readonly failureValue: string;

  add(event: CustomEvent<ToastDetail>): void {
    const { kind = "info", text = this.failureValue, undo } = event.detail ?? {};
    const template = this.templateTargets.find((candidate) => candidate.dataset.kind === kind);
    const toast = template?.content.firstElementChild?.cloneNode(true);
    if (!(toast instanceof HTMLElement)) return;
    const words = toast.querySelector("[data-text]");
    if (words) words.textContent = text;
    const back = toast.querySelector<HTMLAnchorElement>("[data-undo]");
    if (back && undo) {
      back.hidden = false;
      back.href = undo;
    }
    this.listTarget.append(toast);
  }
}

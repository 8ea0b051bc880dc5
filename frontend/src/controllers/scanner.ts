/**
 * Reads labels with the camera. Without one, or without the right to it, the typed entry beside it does the same.
 * `fill`: one label goes into the field and the camera stops. `collect`: labels gather in a list that is kept in this
 * browser until the server has them, so that a dead spot in the network loses nothing.
 */
import { Controller } from "@hotwired/stimulus";
import type { IScannerControls } from "@zxing/browser";

const PART = 1000;

export default class ScannerController extends Controller<HTMLElement> {
  static override targets = ["video", "field", "start", "stop", "status", "waiting"];
  static override values = { mode: String, url: String, key: String, none: String, offline: String, sent: String };
  declare readonly videoTarget: HTMLVideoElement;
  declare readonly fieldTarget: HTMLInputElement;
  declare readonly startTarget: HTMLButtonElement;
  declare readonly stopTarget: HTMLButtonElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly waitingTarget: HTMLElement;
  declare readonly hasWaitingTarget: boolean;
  declare readonly modeValue: string;
  declare readonly urlValue: string;
  declare readonly keyValue: string;
  declare readonly noneValue: string;
  declare readonly offlineValue: string;
  declare readonly sentValue: string;
  private controls: IScannerControls | null = null;
  private timer = 0;

  override connect(): void {
    if (this.modeValue !== "collect") return;
    this.show();
    window.addEventListener("online", this.send);
    this.timer = window.setInterval(this.send, 4000);
  }

  override disconnect(): void {
    this.stop();
    window.clearInterval(this.timer);
    window.removeEventListener("online", this.send);
  }

  async start(): Promise<void> {
    try {
      const { BrowserMultiFormatReader } = await import("@zxing/browser");
      this.videoTarget.hidden = false;
      this.controls = await new BrowserMultiFormatReader().decodeFromConstraints(
        { video: { facingMode: "environment" } }, this.videoTarget, (found) => found && this.read(found.getText()),
      );
      this.startTarget.hidden = true;
      this.stopTarget.hidden = false;
    } catch {
      this.videoTarget.hidden = true;
      this.statusTarget.textContent = this.noneValue;
      this.fieldTarget.focus();
    }
  }

  stop(): void {
    this.controls?.stop();
    this.controls = null;
    this.videoTarget.hidden = true;
    this.startTarget.hidden = false;
    this.stopTarget.hidden = true;
  }

  /** Typed or read by a hand scanner, which ends with Enter. */
  typed(event: Event): void {
    if (this.modeValue !== "collect") return;
    event.preventDefault();
    this.read(this.fieldTarget.value);
    this.fieldTarget.value = "";
    this.fieldTarget.focus();
  }

  private read(text: string): void {
    const label = text.trim();
    if (!label) return;
    if (this.modeValue !== "collect") {
      this.fieldTarget.value = label;
      this.stop();
      if (this.modeValue === "go") this.fieldTarget.form?.requestSubmit();
      return;
    }
    const waiting = this.kept();
    if (!waiting.includes(label)) {
      this.keep([...waiting, label]);
      navigator.vibrate?.(40);
    }
  }

  private kept(): string[] {
    try {
      return JSON.parse(window.localStorage.getItem(this.keyValue) ?? "[]") as string[];
    } catch {
      return [];
    }
  }

  private keep(labels: string[]): void {
    window.localStorage.setItem(this.keyValue, JSON.stringify(labels));
    this.show();
  }

  private show(): void {
    if (this.hasWaitingTarget) this.waitingTarget.textContent = String(this.kept().length);
  }

  private readonly send = async (): Promise<void> => {
    const part = this.kept().slice(0, PART);
    if (!part.length) return;
    const token = this.element.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
    const body = new URLSearchParams({ labels: part.join("\n"), csrfmiddlewaretoken: token });
    try {
      const answer = await fetch(this.urlValue, { method: "POST", body, headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
      if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(String(answer.status));
      this.keep(this.kept().filter((label) => !part.includes(label)));
      this.statusTarget.textContent = this.sentValue;
    } catch {
      this.statusTarget.textContent = this.offlineValue;
    }
  };
}

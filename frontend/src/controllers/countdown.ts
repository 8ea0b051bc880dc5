/** Time left until a moment, in the page's language; changes its look when it runs short. */
import { Controller } from "@hotwired/stimulus";

const MINUTE = 60_000;

export default class CountdownController extends Controller<HTMLTimeElement> {
  static override values = { to: String, soon: { type: Number, default: 15 }, over: String };
  declare readonly toValue: string;
  declare readonly soonValue: number;
  declare readonly overValue: string;
  private timer = 0;

  override connect(): void {
    this.show();
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
  }

  private show(): void {
    const left = new Date(this.toValue).getTime() - Date.now();
    this.element.textContent = left <= 0 ? this.overValue : words(left);
    this.element.classList.toggle("soon", left > 0 && left <= this.soonValue * MINUTE);
    this.element.classList.toggle("over", left <= 0);
    if (left <= 0) this.dispatch("over");
    else this.timer = window.setTimeout(() => this.show(), left < 2 * MINUTE ? 1000 : 20_000);
  }
}

function words(milliseconds: number): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 2) return unit(Math.ceil(milliseconds / 1000), "second");
  if (minutes < 60) return unit(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${unit(hours, "hour")} ${unit(minutes % 60, "minute")}`;
  return `${unit(Math.floor(hours / 24), "day")} ${unit(hours % 24, "hour")}`;
}

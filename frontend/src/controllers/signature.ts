/** A field to sign in with a finger, a pen or the mouse: strokes become the data of an SVG path, 300 by 100. */
import { Controller } from "@hotwired/stimulus";

const WIDTH = 300;
const HEIGHT = 100;
const MOST = 7900;

export default class SignatureController extends Controller<HTMLElement> {
  static override targets = ["pad", "line", "strokes"];
  declare readonly padTarget: SVGSVGElement;
  declare readonly lineTarget: SVGPathElement;
  declare readonly strokesTarget: HTMLInputElement;
  private drawing = false;

  begin(event: PointerEvent): void {
    event.preventDefault();
    this.padTarget.setPointerCapture(event.pointerId);
    this.drawing = true;
    this.add("M", event);
  }

  draw(event: PointerEvent): void {
    if (this.drawing) this.add("L", event);
  }

  end(): void {
    this.drawing = false;
  }

  clear(): void {
    this.write("");
  }

  private add(step: "M" | "L", event: PointerEvent): void {
    const box = this.padTarget.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * WIDTH);
    const y = Math.round(((event.clientY - box.top) / box.height) * HEIGHT);
    const strokes = `${this.strokesTarget.value}${step}${x} ${y}`;
    if (strokes.length < MOST) this.write(strokes);
  }

  private write(strokes: string): void {
    this.strokesTarget.value = strokes;
    this.lineTarget.setAttribute("d", strokes);
  }
}

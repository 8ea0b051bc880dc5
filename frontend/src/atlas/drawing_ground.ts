/** The server's own drawing as ground: for browsers without WebGL. It moves by its view box; degrees are even on it. */
import type { Box, Ground } from "./view";

export class DrawingGround implements Ground {
  readonly element: HTMLElement;
  private readonly svg: SVGSVGElement;
  private readonly whole: DOMRect;
  private readonly degrees: Box;
  private readonly followers: (() => void)[] = [];
  private readonly stop = new AbortController();
  private readonly watch: ResizeObserver;

  /** `data-box` of the drawing holds the degrees that its view box covers. */
  constructor(element: HTMLElement) {
    const svg = element.querySelector<SVGSVGElement>("svg[data-box]");
    if (!svg) throw new Error("there is no drawing");
    this.element = element;
    this.svg = svg;
    this.whole = DOMRect.fromRect(svg.viewBox.baseVal);
    this.degrees = svg.dataset.box!.split(" ").map(Number) as Box;
    const { signal } = this.stop;
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false, signal });
    svg.addEventListener("pointerdown", (event) => this.drag(event), { signal });
    this.watch = new ResizeObserver(() => this.tell());
    this.watch.observe(svg);
  }

  project(lon: number, lat: number): [number, number] {
    const [west, south, east, north] = this.degrees;
    const { x, y, width, height } = this.whole;
    const at = new DOMPoint(x + ((lon - west) / (east - west)) * width, y + ((north - lat) / (north - south)) * height);
    const on = at.matrixTransform(this.svg.getScreenCTM() ?? undefined);
    const frame = this.element.getBoundingClientRect();
    return [on.x - frame.left, on.y - frame.top];
  }

  unproject(px: number, py: number): [number, number] {
    const [west, south, east, north] = this.degrees;
    const { x, y, width, height } = this.whole;
    const frame = this.element.getBoundingClientRect();
    const at = new DOMPoint(px + frame.left, py + frame.top).matrixTransform(this.svg.getScreenCTM()?.inverse());
    return [west + ((at.x - x) / width) * (east - west), north - ((at.y - y) / height) * (north - south)];
  }

  fit(box: Box, far = false): void {
    const [west, south, east, north] = this.degrees;
    const { x, y, width, height } = this.whole;
    const left = x + ((box[0] - west) / (east - west)) * width;
    const top = y + ((north - box[3]) / (north - south)) * height;
    const across = ((box[2] - box[0]) / (east - west)) * width;
    const down = ((box[3] - box[1]) / (north - south)) * height;
    const room = far ? 0.05 : 0.4;
    this.show(left - across * room, top - down * room, across * (1 + 2 * room), down * (1 + 2 * room));
  }

  moved(then: () => void): void {
    this.followers.push(then);
  }

  mark(organisations: ReadonlySet<number> | null): void {
    for (const place of this.svg.querySelectorAll<SVGElement>("[data-organisations]")) {
      const inside = organisations !== null && place.dataset.organisations!.split(" ").some((one) => organisations.has(Number(one)));
      place.classList.toggle("inside", inside);
    }
  }

  remove(): void {
    this.stop.abort();
    this.watch.disconnect();
  }

  zoom(factor: number): void {
    const { x, y, width, height } = this.svg.viewBox.baseVal;
    this.show(x + (width * (1 - factor)) / 2, y + (height * (1 - factor)) / 2, width * factor, height * factor);
  }

  private show(x: number, y: number, width: number, height: number): void {
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    // Points stay as large as they are, however near one comes.
    this.svg.style.setProperty("--shrunk", String(Math.min(width / this.whole.width, 1)));
    this.tell();
  }

  private tell(): void {
    for (const follower of this.followers) follower();
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return; // a plain wheel scrolls the page
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15);
  }

  private drag(down: PointerEvent): void {
    if ((down.target as Element).closest("a")) return;
    const { x, y, width, height } = this.svg.viewBox.baseVal;
    const scale = this.svg.getScreenCTM()?.a ?? 1;
    const stop = new AbortController();
    const follow = (event: PointerEvent): void =>
      this.show(x - (event.clientX - down.clientX) / scale, y - (event.clientY - down.clientY) / scale, width, height);
    window.addEventListener("pointermove", follow, { signal: stop.signal });
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => stop.abort(), { signal: stop.signal });
  }
}

/** A server-drawn floor plan: drag or pinch to pan and zoom, arrow keys walk from room to room, Enter opens one. */
import { Controller } from "@hotwired/stimulus";
import { openInDrawer } from "../htmx";
import { nearest, zoomed, type Box } from "./geometry";

export default class FloorplanController extends Controller<HTMLElement> {
  static override targets = ["status"];
  static override values = { zoomMost: { type: Number, default: 8 } };
  declare readonly statusTarget: HTMLElement;
  declare readonly zoomMostValue: number;
  private svg!: SVGSVGElement;
  private whole!: Box;
  private box!: Box;
  private readonly pointers = new Map<number, PointerEvent>();
  private dragged = 0;

  override connect(): void {
    const svg = this.element.querySelector("svg[viewBox]");
    if (!(svg instanceof SVGSVGElement)) return;
    this.svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = this.box = { x, y, width, height };
    this.rooms().forEach((room, index) => {
      room.setAttribute("tabindex", index === 0 ? "0" : "-1");
      if (!room.hasAttribute("role")) room.setAttribute("role", room.dataset.url ? "link" : "img");
    });
  }

  larger(): void {
    this.zoom(0.7);
  }

  smaller(): void {
    this.zoom(1 / 0.7);
  }

  reset(): void {
    this.apply(this.whole);
  }

  wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return; // a plain wheel scrolls the page
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, this.point(event));
  }

  down(event: PointerEvent): void {
    this.dragged = 0;
    this.pointers.set(event.pointerId, event);
  }

  move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    this.dragged += apart(before, event);
    const [from, to] = [this.point(before), this.point(event)];
    if (this.pointers.size === 1) {
      this.apply({ ...this.box, x: this.box.x + from.x - to.x, y: this.box.y + from.y - to.y });
    } else {
      const other = [...this.pointers.values()].find((one) => one.pointerId !== event.pointerId);
      if (other) this.zoom(apart(before, other) / Math.max(apart(event, other), 1), this.point(other));
    }
    this.pointers.set(event.pointerId, event);
  }

  up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
  }

  key(event: KeyboardEvent): void {
    if (event.key === "+" || event.key === "=") return this.larger();
    if (event.key === "-") return this.smaller();
    if (event.key === "0") return this.reset();
    const room = (event.target as Element).closest<SVGElement>("[data-room]");
    if (!room) return;
    if (event.key === "Enter" || event.key === " ") {
      if (room.hasAttribute("href")) return; // a link follows itself
      event.preventDefault();
      return this.follow(room);
    }
    const rooms = this.rooms();
    const next = nearest(room, rooms, event.key);
    if (!next) return;
    event.preventDefault();
    rooms.forEach((one) => one.setAttribute("tabindex", one === next ? "0" : "-1"));
    (next as SVGElement).focus();
    this.statusTarget.textContent = next.getAttribute("aria-label") ?? "";
  }

  open(event: Event): void {
    if (this.dragged > 6) return event.preventDefault(); // the plan was moved, no room was meant
    const room = (event.target as Element).closest<SVGElement>("[data-room]");
    if (room) this.follow(room);
  }

  private follow(room: SVGElement): void {
    if (room.dataset.url) void openInDrawer(room.dataset.url);
    this.dispatch("room", { detail: { room: room.dataset.room } });
  }

  private rooms(): SVGElement[] {
    return [...this.element.querySelectorAll<SVGElement>("[data-room]")];
  }

  private zoom(factor: number, around?: { x: number; y: number }): void {
    this.apply(zoomed(this.box, this.whole, factor, this.zoomMostValue, around));
  }

  private apply(box: Box): void {
    this.box = box;
    this.svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  }

  private point(event: MouseEvent): { x: number; y: number } {
    const matrix = this.svg.getScreenCTM();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse());
  }
}

const apart = (one: PointerEvent, other: PointerEvent): number =>
  Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

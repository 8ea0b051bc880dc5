/** A heavy part of one page (a map, a chart): its script is fetched when it first comes near the screen. */
import { Controller } from "@hotwired/stimulus";

interface Island {
  mount(element: HTMLElement): Promise<() => void> | (() => void);
}

const ISLANDS: Record<string, () => Promise<Island>> = {
  chart: () => import("../atlas/chart"),
  map: () => import("../atlas/map"),
  square: () => import("../atlas/square"),
  twins: () => import("../atlas/twins"),
};

export default class IslandController extends Controller<HTMLElement> {
  static override values = { name: String };
  declare readonly nameValue: string;
  private unmount: (() => void) | null = null;
  private watch: IntersectionObserver | null = null;

  override connect(): void {
    this.watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.watch?.disconnect();
      void this.load();
    }, { rootMargin: "400px" });
    this.watch.observe(this.element);
  }

  override disconnect(): void {
    this.watch?.disconnect();
    this.unmount?.();
    this.unmount = null;
  }

  private async load(): Promise<void> {
    const island = await ISLANDS[this.nameValue]?.();
    if (!island || !this.element.isConnected) return;
    const unmount = await island.mount(this.element);
    if (this.element.isConnected) this.unmount = unmount;
    else unmount();
    this.element.dataset.ready = "true";
  }
}

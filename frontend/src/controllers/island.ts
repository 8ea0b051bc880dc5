/** A heavy part of one page (a map, a chart): its script is fetched when it comes near the screen, or a little later. */
import { Controller } from "@hotwired/stimulus";

interface Island {
  mount(element: HTMLElement): Promise<() => void> | (() => void);
}

/** By then the page has settled; whoever prints it finds its charts drawn. */
const LATER_MS = 2500;

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
  private later: ReturnType<typeof setTimeout> | undefined;
  private begun = false;

  override connect(): void {
    this.watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.load();
    }, { rootMargin: "400px" });
    this.watch.observe(this.element);
    this.later = setTimeout(() => void this.load(), LATER_MS);
  }

  override disconnect(): void {
    this.watch?.disconnect();
    clearTimeout(this.later);
    this.unmount?.();
    this.unmount = null;
    this.begun = false;
  }

  private async load(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    this.watch?.disconnect();
    const island = await ISLANDS[this.nameValue]?.();
    if (!island || !this.element.isConnected) return;
    const unmount = await island.mount(this.element);
    if (this.element.isConnected) this.unmount = unmount;
    else unmount();
    this.element.dataset.ready = "true";
  }
}

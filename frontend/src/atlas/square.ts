/** A square mile, or any other patch, dragged over the ground with the number of organisations inside, frame by frame. */
import { fetchJson, type SiteColumns } from "./data";
import { DEGREE, HALF_TURN, patchAround, middleOf, widthOf, heightOf, type Patch } from "./ground";
import { groundFor } from "./ground_for";
import { linkTo } from "./places";
import type { Found, Sites } from "./sites";
import type { Ground } from "./view";

/** As many names as a person reads at once; the table below has all. */
const LISTED = 200;
const SAID_AFTER_MS = 400;
const MARKED_MOST = 5000;

interface Words {
  /** "{k} of {n} organisations inside" */
  inside: string;
  /** "the best place" / "{d} fewer than the best" */
  best: string;
  fewer: string;
  more: string;
  handle: string;
  help: string;
}

class Square {
  private readonly handle: HTMLElement;
  private readonly side: number;
  private readonly disc: boolean;
  private readonly best: Patch | null;
  private readonly most: number;
  private readonly words: Words;
  private patch: Patch;
  private waiting = 0;
  private saying: ReturnType<typeof setTimeout> | undefined;
  private listedAt = 0;
  private listing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly columns: SiteColumns,
    private readonly ground: Ground,
    private readonly sites: Sites,
  ) {
    this.side = Number(element.dataset.side);
    this.disc = element.dataset.shape === "disc";
    this.most = Number(element.dataset.most ?? 0);
    this.words = JSON.parse(element.dataset.words!) as Words;
    this.best = this.bestOf(element.dataset.best);
    const [west, south, east, north] = columns.box ?? [127, 35.8, 127.2, 35.9];
    this.patch = this.best ?? patchAround((south + north) / 2, (west + east) / 2, this.side);
    this.handle = this.makeHandle();
    ground.element.append(this.handle);
    ground.moved(() => this.place());
    this.toBest();
  }

  /** Onto the exact answer, and near enough to see it. */
  toBest(): void {
    if (this.best) this.patch = { ...this.best };
    const { left, bottom, width, height } = this.patch;
    this.ground.fit([left / DEGREE, bottom / DEGREE, (left + width) / DEGREE, (bottom + height) / DEGREE]);
    this.update();
  }

  remove(): void {
    clearTimeout(this.saying);
    clearTimeout(this.listing);
    cancelAnimationFrame(this.waiting);
    this.handle.remove();
    this.ground.remove();
  }

  private bestOf(said: string | undefined): Patch | null {
    if (!said) return null;
    const [left, bottom, right] = said.split(" ").map(Number) as [number, number, number];
    const height = heightOf(this.side);
    const across = right - left < 0 ? right - left + 2 * HALF_TURN : right - left;
    return { left, bottom, width: across, height };
  }

  private makeHandle(): HTMLElement {
    const handle = document.createElement("div");
    handle.className = `square-handle${this.disc ? " disc" : ""}`;
    handle.tabIndex = 0;
    handle.setAttribute("role", "group");
    handle.setAttribute("aria-label", this.words.handle);
    handle.setAttribute("aria-describedby", "square-help");
    const number = document.createElement("b");
    number.className = "square-number";
    handle.append(number);
    handle.addEventListener("pointerdown", (event) => this.drag(event));
    handle.addEventListener("keydown", (event) => this.key(event));
    return handle;
  }

  private drag(down: PointerEvent): void {
    down.preventDefault();
    down.stopPropagation();
    this.handle.focus({ preventScroll: true });
    this.handle.setPointerCapture(down.pointerId);
    const frame = this.ground.element.getBoundingClientRect();
    const [lon, lat] = this.ground.unproject(down.clientX - frame.left, down.clientY - frame.top);
    const middle = middleOf(this.patch);
    const stop = new AbortController();
    const follow = (event: PointerEvent): void => {
      const now = this.ground.element.getBoundingClientRect();
      const [east, north] = this.ground.unproject(event.clientX - now.left, event.clientY - now.top);
      this.moveTo(middle.lat + north - lat, middle.lon + east - lon);
    };
    this.handle.addEventListener("pointermove", follow, { signal: stop.signal });
    for (const end of ["pointerup", "pointercancel"]) this.handle.addEventListener(end, () => stop.abort(), { signal: stop.signal });
  }

  /** Arrows move by a twentieth of the side, with Shift by half of it; Home goes to the best place. */
  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 1 / 2 : 1 / 20;
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
    };
    const way = ways[event.key];
    if (event.key === "Home") this.toBest();
    else if (way) this.shift(way[0] * this.patch.width, way[1] * this.patch.height);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.keepInSight();
  }

  private keepInSight(): void {
    const { clientWidth, clientHeight } = this.ground.element;
    const { lat, lon } = middleOf(this.patch);
    const [x, y] = this.ground.project(lon, lat);
    if (x > 0 && y > 0 && x < clientWidth && y < clientHeight) return;
    const { left, bottom, width, height } = this.patch;
    this.ground.fit([left / DEGREE, bottom / DEGREE, (left + width) / DEGREE, (bottom + height) / DEGREE]);
  }

  private moveTo(lat: number, lon: number): void {
    const to = patchAround(Math.min(Math.max(lat, -85), 85), lon, this.side);
    this.patch = to;
    this.soon();
  }

  private shift(across: number, up: number): void {
    const bottom = Math.round(this.patch.bottom + up);
    this.patch = { ...this.patch, left: Math.round(this.patch.left + across), bottom, width: widthOf(bottom, this.patch.height) };
    this.soon();
  }

  private soon(): void {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.update();
    });
  }

  private update(): void {
    const began = performance.now();
    const found = this.disc ? this.sites.inDisc(this.patch, this.side) : this.sites.inSquare(this.patch);
    this.element.dataset.countMs = (performance.now() - began).toFixed(3);
    this.place();
    this.show(found);
  }

  /** Where the patch lies on the ground now. */
  private place(): void {
    const { left, bottom, width, height } = this.patch;
    const [x1, y1] = this.ground.project(left / DEGREE, (bottom + height) / DEGREE);
    const [x2, y2] = this.ground.project((left + width) / DEGREE, bottom / DEGREE);
    Object.assign(this.handle.style, {
      transform: `translate(${x1}px, ${y1}px)`, width: `${x2 - x1}px`, height: `${y2 - y1}px`,
    });
  }

  private show(found: Found): void {
    const number = String(found.organisations);
    this.handle.firstElementChild!.textContent = number;
    this.part("count").textContent = number;
    this.part("sites").textContent = String(found.sites);
    this.part("against").textContent = this.against(found.organisations);
    this.element.dataset.count = number;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.part("status").textContent = `${this.words.inside.replace("{k}", number).replace("{n}", String(this.columns.organisations.length))} ${this.against(found.organisations)}`;
    }, SAID_AFTER_MS);
    this.list(found);
  }

  private against(count: number): string {
    if (!this.best) return "";
    if (count === this.most) return this.words.best;
    return (count < this.most ? this.words.fewer : this.words.more).replace("{d}", String(Math.abs(this.most - count)));
  }

  /** The names inside: at most ten times a second, and once more when it stands still. */
  private list(found: Found): void {
    clearTimeout(this.listing);
    const wait = 100 - (performance.now() - this.listedAt);
    if (wait > 0) {
      this.listing = setTimeout(() => this.update(), wait);
      return;
    }
    this.listedAt = performance.now();
    const members = [...this.sites.members(found)];
    if (this.columns.latitude.length <= MARKED_MOST) this.ground.mark(new Set(members));
    const order = new Intl.Collator(document.documentElement.lang).compare;
    const name = (who: number): string => this.columns.organisations[who]!.name;
    const named = members.sort((a, b) => order(name(a), name(b)));
    const items = named.slice(0, LISTED).map((who) => {
      const item = document.createElement("li");
      item.append(linkTo(this.columns, who));
      return item;
    });
    this.part("members").replaceChildren(...items);
    this.part("beyond").textContent = named.length > LISTED ? `+ ${named.length - LISTED}` : "";
  }

  private part(name: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

export async function mount(element: HTMLElement): Promise<() => void> {
  const columns = await fetchJson<SiteColumns>(element.dataset.sites!);
  const ground = await groundFor(element.querySelector<HTMLElement>("[data-part=ground]")!, columns, false);
  const { Sites } = await import("./sites"); // a file of its own, so that its speed can be measured alone
  const square = new Square(element, columns, ground, new Sites(columns));
  const find = element.querySelector("[data-part=find]");
  const back = (): void => square.toBest();
  find?.addEventListener("click", back);
  return () => {
    find?.removeEventListener("click", back);
    square.remove();
  };
}

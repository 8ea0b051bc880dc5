/** The instrument timeline on a page: feeds the board or the list, opens the booking panel, sends moves. */
import { Controller } from "@hotwired/stimulus";
import { openInDrawer } from "../htmx";
import { VisiblePoll } from "../visible_poll";
import type { Board } from "./board";
import { FeePreview } from "./fee";
import { fetchFeed, postMove, type Feed, type Instrument } from "./feed";
import { TimelineKeys, type Span } from "./keyboard";
import { renderList } from "./list";
import { RefusalCard } from "./refusal";
import { dayTitle } from "./title";
import { fill, type Words } from "./words";
import { instantOf, wallFloor, wallOf, wallPlus } from "./zone";

/** The board's name of each view, and how many days one press goes on. */
const VIEWS: Record<string, { name: string; days: number }> = {
  day: { name: "resourceTimelineDay", days: 1 },
  three: { name: "resourceTimelineThreeDays", days: 3 },
  week: { name: "resourceTimelineWeek", days: 7 },
};

export default class TimelineController extends Controller<HTMLElement> {
  static override targets = ["board", "list", "title", "status", "view", "failure", "nothing", "fee"];
  static override values = {
    feedUrl: String, panelUrl: String, moveUrl: String, feeUrl: String, versionUrl: String, zone: String, date: String, words: Object,
    look: { type: String, default: "day" },
  };
  declare readonly boardTarget: HTMLElement;
  declare readonly listTarget: HTMLElement;
  declare readonly titleTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly failureTarget: HTMLElement;
  declare readonly feeTarget: HTMLElement;
  declare readonly nothingTarget: HTMLElement;
  declare readonly viewTargets: HTMLElement[];
  declare readonly feedUrlValue: string;
  declare readonly panelUrlValue: string;
  declare readonly moveUrlValue: string;
  declare readonly feeUrlValue: string;
  declare readonly versionUrlValue: string;
  declare readonly zoneValue: string;
  declare readonly dateValue: string;
  declare readonly wordsValue: Words;
  declare lookValue: string;

  private board: Board | null = null;
  private feed: Feed | null = null;
  private zone = "";
  private day = "";
  private poll: VisiblePoll | null = null;
  private request: AbortController | null = null;
  private held = false;
  private stale = false;
  private refusal!: RefusalCard;
  private keys!: TimelineKeys;
  private fee!: FeePreview;

  override connect(): void {
    this.zone = this.zoneValue;
    this.day = (this.dateValue || wallOf(new Date(), this.zone)).slice(0, 10);
    this.refusal = new RefusalCard(this.element, this.wordsValue);
    this.keys = new TimelineKeys(this.keyboardHands());
    this.fee = new FeePreview(this.feeUrlValue, this.feeTarget);
    if (this.versionUrlValue) {
      this.poll = new VisiblePoll(this.versionUrlValue, 3, "", () => this.reload());
      this.poll.start();
    }
    if (matchMedia("(max-width: 639px)").matches) this.lookValue = "list";
    else void this.display();
  }

  override disconnect(): void {
    this.poll?.stop();
    this.request?.abort();
    this.fee.hide();
    void this.board?.destroy();
    this.board = null;
  }

  lookValueChanged(_now: string, before: string | undefined): void {
    if (before !== undefined && this.keys) void this.display();
  }

  previous(): void {
    this.travel(-1);
  }

  next(): void {
    this.travel(1);
  }

  today(): void {
    this.day = wallOf(new Date(), this.zone).slice(0, 10);
    this.turn();
  }

  choose(event: Event & { params: { look?: string } }): void {
    this.lookValue = event.params.look ?? "day";
  }

  /** The drawer closed, or anything on the page says that bookings changed. */
  reload(): void {
    if (this.held) this.stale = true;
    else if (this.range) void this.load(...this.range);
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.refusal.hide();
    this.keys.handle(event);
  }

  private range: [string, string] | null = null;

  private travel(by: number): void {
    const days = VIEWS[this.lookValue]?.days ?? 1;
    this.day = wallPlus(`${this.day}T12:00:00`, by * days * 1440).slice(0, 10);
    this.turn();
  }

  private turn(): void {
    if (this.lookValue === "list") void this.display();
    else this.board?.go(this.day);
  }

  private async display(): Promise<void> {
    const asList = this.lookValue === "list";
    this.listTarget.hidden = !asList;
    if (asList) this.boardTarget.hidden = true;
    else if (this.feed?.resources.length !== 0) this.boardTarget.hidden = false;
    for (const button of this.viewTargets) {
      button.setAttribute("aria-pressed", String(button.dataset.timelineLookParam === this.lookValue));
    }
    if (asList) {
      await this.load(`${this.day}T00:00:00`, `${wallPlus(`${this.day}T12:00:00`, 1440).slice(0, 10)}T00:00:00`);
      return;
    }
    const view = VIEWS[this.lookValue]?.name ?? "resourceTimelineDay";
    if (this.board) this.board.view(view);
    else {
      const { Board } = await import("./board");
      this.board ??= new Board(this.boardTarget, this.wordsValue, this.zone, this.boardHands(), this.day, view);
    }
    if (this.feed && this.range) this.reload();
  }

  private async load(from: string, to: string): Promise<void> {
    this.range = [from, to];
    this.titleTarget.textContent = dayTitle(from, to);
    this.request?.abort();
    this.request = new AbortController();
    try {
      const { signal } = this.request;
      const feed = await fetchFeed(this.feedUrlValue, instantOf(from, this.zone), instantOf(to, this.zone), signal);
      this.feed = feed;
      this.zone = feed.timezone;
      this.poll?.known(feed.version);
      this.failureTarget.hidden = true;
      this.nothingTarget.hidden = feed.resources.length > 0;
      this.boardTarget.hidden = this.lookValue === "list" || !feed.resources.length;
      if (this.lookValue === "list") renderList(this.listTarget, feed, this.wordsValue, { book: (one) => this.open(this.first(one.id)) });
      else this.board?.show(feed);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) this.failureTarget.hidden = false;
    }
  }

  private step(resource: string): number {
    return this.instrument(resource)?.step_minutes || 30;
  }

  private instrument(id: string | undefined): Instrument | undefined {
    return this.feed?.resources.find((one) => one.id === id);
  }

  private first(resource: string): Span {
    const step = this.step(resource);
    const today = wallOf(new Date(), this.zone);
    const start = this.day === today.slice(0, 10) ? wallPlus(wallFloor(today, step), step) : `${this.day}T09:00:00`;
    return { resource, start, end: wallPlus(start, Math.max(step, 60)) };
  }

  private open(span: Span): void {
    const locked = this.instrument(span.resource);
    if (locked?.state === "locked") return this.refuseLocked(locked.title, locked.locked_reason);
    const address = new URL(this.panelUrlValue, location.href);
    address.searchParams.set("equipment", span.resource);
    address.searchParams.set("start", instantOf(span.start, this.zone));
    address.searchParams.set("end", instantOf(span.end, this.zone));
    void openInDrawer(address.pathname + address.search);
  }

  private price(span: Span | null): void {
    const one = this.instrument(span?.resource);
    if (!span || !one || one.state === "locked") return this.fee.hide();
    const said = `${one.title} ${span.start.slice(11, 16)}–${span.end.slice(11, 16)}`;
    this.fee.show(said, span.resource, instantOf(span.start, this.zone), instantOf(span.end, this.zone));
  }

  private refuseLocked(title: string, reason: string | null, x?: number, y?: number): void {
    const active = document.activeElement as HTMLElement | null;
    const place = (active ?? this.element).getBoundingClientRect();
    const problem = { title: reason || fill(this.wordsValue.locked, { instrument: title }) };
    this.refusal.show(problem, x ?? place.left + 32, y ?? place.bottom, () => (active?.isConnected ? active : null));
  }

  private async send(id: string, to: Span, revert: () => void, x: number, y: number): Promise<void> {
    this.statusTarget.textContent = this.wordsValue.saving;
    const move = { id, equipment: to.resource, start: instantOf(to.start, this.zone), end: instantOf(to.end, this.zone) };
    const problem = await postMove(this.moveUrlValue, move, this.wordsValue.unreachable);
    this.statusTarget.textContent = problem ? "" : this.wordsValue.moved;
    if (problem) {
      revert();
      this.refusal.show(problem, x, y, () => this.board?.elementOf(id) ?? null);
    }
    this.reload();
  }

  private boardHands(): ConstructorParameters<typeof Board>[3] {
    return {
      range: (from, to) => {
        this.day = from.slice(0, 10);
        void this.load(from, to);
      },
      select: (span) => {
        this.fee.hide();
        this.open(span);
      },
      refuseLocked: (one, x, y) => this.refuseLocked(one.title, one.locked_reason, x, y),
      drop: (id, to, revert, x, y) => void this.send(id, to, revert, x, y),
      hovering: (span) => this.price(span),
      dragging: (yes) => {
        this.held = yes;
        if (!yes) this.fee.hide();
        if (!yes && this.stale) {
          this.stale = false;
          this.reload();
        }
      },
    };
  }

  private keyboardHands(): ConstructorParameters<typeof TimelineKeys>[0] {
    return {
      rows: () => [...this.boardTarget.querySelectorAll<HTMLElement>("[data-row]")],
      step: (resource) => this.step(resource),
      cursorStart: (resource) => wallFloor(this.board?.firstShown() ?? "", this.step(resource)),
      showCursor: (span) => {
        this.board?.showCursor(span);
        const title = this.instrument(span?.resource)?.title ?? "";
        const values = { instrument: title, start: span?.start.slice(11, 16) ?? "", end: span?.end.slice(11, 16) ?? "" };
        this.statusTarget.textContent = span ? fill(this.wordsValue.cursor, values) : "";
        this.price(span);
      },
      open: (span) => this.open(span),
      bookingOf: (target) => {
        const id = target.closest<HTMLElement>("[data-booking]")?.dataset.booking;
        const found = this.feed?.events.find((one) => one.id === id);
        return found ? { ...found, start: wallOf(found.start, this.zone), end: wallOf(found.end, this.zone) } : null;
      },
      preview: (id, span) => this.board?.preview(id, span),
      send: (id, from, to) => {
        const place = this.board?.elementOf(id)?.getBoundingClientRect();
        const revert = () => this.board?.preview(id, from);
        void this.send(id, to, revert, place?.left ?? 0, place?.bottom ?? 0);
      },
    };
  }
}

/**
 * The days of a visit on the same board as instruments: stops are dragged between times and days, wishes onto a day.
 * The server says yes or no as it does to the forms; what clashes is said where the hand was.
 */
import { Controller } from "@hotwired/stimulus";
import type { Board } from "../timeline/board";
import { fetchFeed, send, type Feed, type Problem } from "../timeline/feed";
import { TimelineKeys, type Span } from "../timeline/keyboard";
import { RefusalCard } from "../timeline/refusal";
import { fill, type Words } from "../timeline/words";
import { wallFloor, wallOf } from "../timeline/zone";

interface PlannerWords extends Words {
  unplanned: string;
  hours: string;
  stands: string;
}

interface Stands {
  id: string;
  clashes: string[];
}

/** The row of wishes that stand in no day yet: one drags from it, never onto it. */
const WAITING = "wishes";
/** The sheet of hours that all days are drawn on is in the clock of the place visited: nothing is turned into another. */
const SHEET = "UTC";
const STEP = 15;

export default class PlannerController extends Controller<HTMLElement> {
  static override targets = ["board", "status", "failure"];
  static override values = { feedUrl: String, placeUrl: String, date: String, opens: String, closes: String, words: Object };
  declare readonly boardTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly failureTarget: HTMLElement;
  declare readonly feedUrlValue: string;
  declare readonly placeUrlValue: string;
  declare readonly dateValue: string;
  declare readonly opensValue: string;
  declare readonly closesValue: string;
  declare readonly wordsValue: PlannerWords;

  private board: Board | null = null;
  private feed: Feed | null = null;
  private refusal!: RefusalCard;
  private keys!: TimelineKeys;

  override connect(): void {
    this.refusal = new RefusalCard(this.element, this.wordsValue);
    this.keys = new TimelineKeys(this.keyboardHands());
    if (!matchMedia("(max-width: 639px)").matches) void this.display();
  }

  override disconnect(): void {
    void this.board?.destroy();
    this.board = null;
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.refusal.hide();
    this.keys.handle(event);
  }

  private async display(): Promise<void> {
    const { Board } = await import("../timeline/board");
    if (!this.element.isConnected) return;
    this.board ??= new Board(this.boardTarget, this.wordsValue, SHEET, this.boardHands(), this.dateValue, "resourceTimelineDay", {
      slotMinTime: this.opensValue, slotMaxTime: this.closesValue, flexibleSlotTimeLimits: true, nowIndicator: false,
      scrollTime: this.opensValue,
      dayHeaderFormat: () => this.wordsValue.hours,
    });
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      const from = `${this.dateValue}T00:00:00Z`;
      this.feed = await fetchFeed(this.feedUrlValue, from, from, new AbortController().signal);
      this.failureTarget.hidden = true;
      this.board?.show(this.feed);
    } catch {
      this.failureTarget.hidden = false;
    }
  }

  /** A time for a new stop: the form below is filled in; what it is, is said there. */
  private open(span: Span): void {
    if (span.resource === WAITING) return;
    for (const [name, wall] of Object.entries({ start: span.start, end: span.end })) {
      const field = document.querySelector<HTMLInputElement>(`#stop_${name}`);
      if (field) field.value = `${span.resource}T${wall.slice(11, 16)}`;
    }
    const kind = document.querySelector<HTMLElement>("#stop_kind");
    kind?.closest("details")?.setAttribute("open", "");
    kind?.scrollIntoView({ block: "center" });
    kind?.focus();
  }

  private async place(id: string, to: Span, revert: () => void, x: number, y: number): Promise<void> {
    if (to.resource === WAITING) {
      revert();
      this.statusTarget.textContent = this.wordsValue.unplanned;
      return;
    }
    this.statusTarget.textContent = this.wordsValue.saving;
    const { problem, answer } = await send<Stands>(
      this.placeUrlValue, { id, row: to.resource, start: to.start, end: to.end }, this.wordsValue.unreachable,
    );
    if (problem) revert();
    await this.load();
    const clashes = answer?.clashes ?? [];
    const stands = answer?.id ?? id;
    this.statusTarget.textContent = problem ? "" : clashes.length ? this.wordsValue.stands : this.wordsValue.moved;
    const shown: Problem | null = problem ?? (clashes.length ? this.clashing(clashes) : null);
    const back = () => this.board?.elementOf(stands) ?? null;
    if (shown) this.refusal.show(shown, x, y, back);
    else requestAnimationFrame(() => back()?.focus({ preventScroll: true }));
    if (!problem) document.dispatchEvent(new CustomEvent("visit-changed", { bubbles: true }));
  }

  private clashing(clashes: string[]): Problem {
    return { title: this.wordsValue.stands, remedies: clashes.map((text) => ({ label: text })) };
  }

  private boardHands(): ConstructorParameters<typeof Board>[3] {
    return {
      range: () => undefined,
      select: (span) => this.open(span),
      refuseLocked: () => undefined,
      drop: (id, to, revert, x, y) => void this.place(id, to, revert, x, y),
      dragging: (yes) => {
        if (yes) this.refusal.hide();
      },
    };
  }

  private rowTitle(span: Span | null): string {
    return this.feed?.resources.find((one) => one.id === span?.resource)?.title ?? "";
  }

  private keyboardHands(): ConstructorParameters<typeof TimelineKeys>[0] {
    return {
      rows: () => [...this.boardTarget.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.dataset.row !== WAITING),
      step: () => STEP,
      cursorStart: () => wallFloor(this.board?.firstShown() ?? "", STEP),
      showCursor: (span) => {
        this.board?.showCursor(span);
        const values = { instrument: this.rowTitle(span), start: span?.start.slice(11, 16) ?? "", end: span?.end.slice(11, 16) ?? "" };
        this.statusTarget.textContent = span ? fill(this.wordsValue.cursor, values) : "";
      },
      open: (span) => this.open(span),
      bookingOf: (target) => {
        const id = target.closest<HTMLElement>("[data-booking]")?.dataset.booking;
        const found = this.feed?.events.find((one) => one.id === id);
        return found ? { ...found, start: wallOf(found.start, SHEET), end: wallOf(found.end, SHEET) } : null;
      },
      preview: (id, span) => this.board?.preview(id, span),
      send: (id, from, to) => {
        const stands = this.board?.elementOf(id)?.getBoundingClientRect();
        const revert = () => this.board?.preview(id, from);
        void this.place(id, to, revert, stands?.left ?? 0, stands?.bottom ?? 0);
      },
    };
  }
}

/** The calendar itself: our feed drawn on @event-calendar's resource timeline. Loaded only where it is shown. */
import { createCalendar, destroyCalendar, Interaction, ResourceTimeline, type Calendar } from "@event-calendar/core";
import type { Booking, Feed, Instrument } from "./feed";
import type { Span } from "./keyboard";
import { eventContent, plainRoles, rowLabel, spanText } from "./marks";
import { pageLocale, type Words } from "./words";
import { instantOf, minutesBetween, offsetMinutes, offsetText, wallOf, wallOfFields } from "./zone";

export interface BoardHands {
  range: (fromWall: string, toWall: string) => void;
  select: (span: Span) => void;
  refuseLocked: (instrument: Instrument, x: number, y: number) => void;
  drop: (id: string, to: Span, revert: () => void, x: number, y: number) => void;
  dragging: (yes: boolean) => void;
  /** Where a time is being drawn or moved to, at every step of the way. */
  hovering?: (span: Span) => void;
}

const GROUP = "group:";
const CURSOR = "cursor";

export class Board {
  private readonly calendar: Calendar;
  private readonly roles: MutationObserver;
  private feed: Feed | null = null;
  private rowsShown = "";
  private dragEnded = 0;
  private range: [string, string] = ["", ""];
  private cursor: Span | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly words: Words,
    private zone: string,
    private readonly hands: BoardHands,
    date: string,
    view: string,
    private readonly own: Calendar.Options = {},
  ) {
    this.roles = new MutationObserver(() => plainRoles(host, words.board));
    this.roles.observe(host, { childList: true, subtree: true });
    host.addEventListener("click", (event) => this.afterDrag(event), { capture: true });
    this.calendar = createCalendar(host, [ResourceTimeline, Interaction], this.options(date, view));
  }

  async destroy(): Promise<void> {
    this.roles.disconnect();
    await destroyCalendar(this.calendar);
  }

  go(date: string): void {
    this.calendar.setOption("date", date);
  }

  view(name: string): void {
    this.calendar.setOption("view", name);
  }

  show(feed: Feed): void {
    this.feed = feed;
    this.zone = feed.timezone;
    const steps = feed.resources.map((one) => one.step_minutes).filter((step) => step > 0);
    this.calendar.setOption("snapDuration", { minutes: steps.reduce(divisor, steps[0] ?? 30) });
    const rows = JSON.stringify(feed.resources);
    if (rows !== this.rowsShown) this.calendar.setOption("resources", this.resources(feed));
    this.rowsShown = rows;
    this.draw();
  }

  showCursor(span: Span | null): void {
    this.cursor = span;
    this.draw();
    if (span) this.host.querySelector(".ec-event.cursor")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Draws a booking elsewhere, before the server has said yes. */
  preview(id: string, span: Span): void {
    const booking = this.feed?.events.find((one) => one.id === id);
    if (!booking) return;
    Object.assign(booking, {
      resource: span.resource,
      start: instantOf(span.start, this.zone),
      end: instantOf(span.end, this.zone),
    });
    this.draw();
  }

  elementOf(id: string): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`[data-booking="${CSS.escape(id)}"]`);
  }

  /** Drawing makes the elements anew: whoever stood on one with the keyboard stays there. */
  private draw(): void {
    const held = document.activeElement?.closest<HTMLElement>("[data-booking], [data-row]");
    if (held && this.host.contains(held)) {
      const { booking, row } = held.dataset;
      const again = booking ? `[data-booking="${CSS.escape(booking)}"]` : `[data-row="${CSS.escape(row ?? "")}"]`;
      requestAnimationFrame(() => {
        if (!held.isConnected) this.host.querySelector<HTMLElement>(again)?.focus({ preventScroll: true });
      });
    }
    this.drawEvents();
  }

  private drawEvents(): void {
    const feed = this.feed;
    if (!feed) return;
    this.keepFocus();
    const [start, end] = this.range;
    const shades = this.rows(feed)
      .filter((row) => row.id.startsWith(GROUP) || row.instrument?.state === "locked")
      .map((row) => ({
        id: `shade:${row.id}`, start, end, resourceIds: [row.id], display: "background" as const, editable: false,
        classNames: [row.id.startsWith(GROUP) ? "row-group" : "row-locked"],
      }));
    const events = feed.events.map((booking) => ({
      id: booking.id, resourceIds: [booking.resource], title: booking.title || this.words.looks[booking.look],
      start: wallOf(booking.start, this.zone), end: wallOf(booking.end, this.zone), editable: booking.editable,
      classNames: [`look-${booking.look}`], extendedProps: { booking },
    }));
    const cursor = this.cursor && {
      id: CURSOR, resourceIds: [this.cursor.resource], start: this.cursor.start, end: this.cursor.end,
      title: this.words.book, editable: false, classNames: ["cursor"],
    };
    this.calendar.setOption("events", [...shades, ...events, ...(cursor ? [cursor] : [])]);
  }

  /** Drawing makes elements anew: whoever stood on a booking or a row stands on it still. */
  private keepFocus(): void {
    const held = document.activeElement;
    if (!(held instanceof HTMLElement) || !this.host.contains(held)) return;
    const { booking, row } = held.dataset;
    if (booking === undefined && row === undefined) return;
    requestAnimationFrame(() => {
      const again = booking !== undefined ? this.elementOf(booking) : this.rowOf(row ?? "");
      const gone = document.activeElement === document.body || this.host.contains(document.activeElement);
      if (again && gone && again !== document.activeElement) again.focus({ preventScroll: true });
    });
  }

  private rowOf(id: string): HTMLElement | null {
    const rows = this.host.querySelectorAll<HTMLElement>("[data-row]");
    for (const row of rows) row.tabIndex = row.dataset.row === id ? 0 : -1;
    return this.host.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  }

  private rows(feed: Feed): { id: string; title: string; instrument?: Instrument }[] {
    const groups = new Map<string, Instrument[]>();
    for (const one of feed.resources) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    return [...groups].flatMap(([title, instruments]) => [
      { id: GROUP + title, title },
      ...instruments.map((instrument) => ({ id: instrument.id, title: instrument.title, instrument })),
    ]);
  }

  private resources(feed: Feed): Calendar.ResourceInput[] {
    return this.rows(feed).map((row, index) => ({
      id: row.id,
      title: { domNodes: [rowLabel(row.title, row.instrument, this.words, index === 1)] },
    }));
  }

  private bookingOf(event: Calendar.Event): Booking | undefined {
    return event.extendedProps["booking"] as Booking | undefined;
  }

  private instrument(id: string): Instrument | undefined {
    return this.feed?.resources.find((one) => one.id === id);
  }

  private span(event: { start: Date; end: Date }, resource: string): Span {
    return { resource, start: wallOfFields(event.start), end: wallOfFields(event.end) };
  }

  private dropped(info: { event: Calendar.Event; revert: () => void; jsEvent: Event }): void {
    const { clientX: x, clientY: y } = info.jsEvent as MouseEvent;
    this.hands.drop(String(info.event.id), this.span(info.event, String(info.event.resourceIds[0])), info.revert, x, y);
  }

  private over(event: Calendar.Event): boolean {
    const row = String(event.resourceIds[0]);
    if (row.startsWith(GROUP)) return false;
    this.hands.hovering?.(this.span(event, row));
    return true;
  }

  /** Letting go of a dragged booking is no click on its link. */
  private afterDrag(event: Event): void {
    if (performance.now() - this.dragEnded < 250) event.preventDefault();
  }

  private dragStopped(): void {
    this.dragEnded = performance.now();
    this.hands.dragging(false);
  }

  private options(date: string, view: string): Calendar.Options {
    const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    return {
      view, date, locale: pageLocale(), firstDay: 1, headerToolbar: { start: "", center: "", end: "" },
      timeZone: offsetText(offsetMinutes(new Date(), this.zone)), nowIndicator: true, selectable: true, editable: false,
      eventStartEditable: undefined, eventResizableFromStart: true, eventDragMinDistance: 4, selectMinDistance: 4,
      scrollTime: `${String(Math.max(Number(wallOf(new Date(), this.zone).slice(11, 13)) - 1, 0)).padStart(2, "0")}:00:00`,
      dayHeaderFormat: { weekday: "short", month: "short", day: "numeric" }, slotLabelFormat: hours, eventTimeFormat: hours,
      views: {
        resourceTimelineDay: { slotDuration: "00:30:00", slotLabelInterval: "01:00:00", slotWidth: 40 },
        resourceTimelineThreeDays: {
          type: "resourceTimelineDay", duration: { days: 3 }, slotDuration: "01:00:00", slotLabelInterval: "06:00:00",
          slotWidth: 11, dayHeaderFormat: { weekday: "short", month: "short", day: "numeric" },
        },
        resourceTimelineWeek: { slotDuration: "02:00:00", slotLabelInterval: "06:00:00", slotWidth: 22 },
      },
      datesSet: (info) => {
        this.range = [wallOfFields(info.start), wallOfFields(info.end)];
        this.hands.range(...this.range);
      },
      selectConstraint: (info) => {
        const row = String(info.resource.id);
        if (row.startsWith(GROUP)) return false;
        this.hands.hovering?.(this.span(info, row));
        return true;
      },
      select: (info) => {
        const { clientX, clientY } = info.jsEvent as unknown as MouseEvent;
        const instrument = this.instrument(String(info.resource.id));
        if (instrument?.state === "locked") this.hands.refuseLocked(instrument, clientX, clientY);
        else if (instrument) this.hands.select(this.span(info, instrument.id));
        this.calendar.unselect();
      },
      dragConstraint: (info) => this.over(info.event),
      resizeConstraint: (info) => this.over(info.event),
      eventDragStart: () => this.hands.dragging(true),
      eventDragStop: () => this.dragStopped(),
      eventResizeStart: () => this.hands.dragging(true),
      eventResizeStop: () => this.dragStopped(),
      eventDrop: (info) => this.dropped(info),
      eventResize: (info) => this.dropped(info),
      eventContent: (info) => {
        if (info.event.display === "background") return "";
        const booking = this.bookingOf(info.event);
        const [start, end] = [wallOfFields(info.event.start), wallOfFields(info.event.end)];
        const instrument = this.instrument(String(info.event.resourceIds[0]))?.title ?? "";
        return { domNodes: eventContent(booking, String(info.event.title ?? ""), spanText(start, end), instrument, this.words) };
      },
      ...this.own,
    };
  }

  /** The first wall-clock minute that is in view: now, or the start of the day shown. */
  firstShown(): string {
    const now = wallOf(new Date(), this.zone);
    const [start, end] = this.range;
    return start <= now && now < end ? now : `${start.slice(0, 10)}T09:00:00`;
  }

  minutesShown(): number {
    return minutesBetween(...this.range);
  }
}

const divisor = (one: number, other: number): number => (other ? divisor(other, one % other) : one);

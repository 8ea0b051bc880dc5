/**
 * The keyboard path. On a row: arrows move a cursor by the instrument's step, Shift+arrows
 * make it longer or shorter, Enter opens the booking panel there. On one's own booking:
 * Alt+arrows move it, Ctrl+Alt+arrows change its end; it is sent after a short pause.
 */
import { wallPlus } from "./zone";

export interface Span {
  resource: string;
  start: string;
  end: string;
}

export interface KeyboardHands {
  rows: () => HTMLElement[];
  step: (resource: string) => number;
  cursorStart: (resource: string) => string;
  showCursor: (span: Span | null) => void;
  open: (span: Span) => void;
  bookingOf: (target: Element) => (Span & { id: string; editable: boolean }) | null;
  preview: (id: string, span: Span) => void;
  send: (id: string, from: Span, to: Span) => void;
}

const SIDEWAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
const UPDOWN: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
const PAUSE = 700;

export class TimelineKeys {
  private cursor: Span | null = null;
  private pending: { id: string; from: Span; to: Span; timer: number } | null = null;

  constructor(private readonly hands: KeyboardHands) {}

  handle(event: KeyboardEvent): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>("[data-row]");
    const used = row ? this.onRow(event, row) : this.onBooking(event, target);
    if (used) event.preventDefault();
  }

  private onRow(event: KeyboardEvent, row: HTMLElement): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const resource = row.dataset.row ?? "";
    const sideways = SIDEWAYS[event.key];
    if (sideways !== undefined) {
      this.moveCursor(resource, sideways, event.shiftKey);
      return true;
    }
    const updown = UPDOWN[event.key];
    if (updown !== undefined) return this.changeRow(row, updown);
    if (event.key === "Enter" && this.cursor) {
      this.hands.open(this.cursor);
      return true;
    }
    if (event.key === "Escape" && this.cursor) {
      this.setCursor(null);
      return true;
    }
    return false;
  }

  private moveCursor(resource: string, by: number, resize: boolean): void {
    const step = this.hands.step(resource);
    const now = this.cursor?.resource === resource ? this.cursor : null;
    if (!now) {
      const start = this.hands.cursorStart(resource);
      this.setCursor({ resource, start, end: wallPlus(start, Math.max(step, 30)) });
      return;
    }
    const end = wallPlus(now.end, by * step);
    if (resize) {
      if (end > now.start) this.setCursor({ ...now, end });
    } else this.setCursor({ resource, start: wallPlus(now.start, by * step), end });
  }

  private changeRow(row: HTMLElement, by: number): boolean {
    const rows = this.hands.rows();
    const next = rows[rows.indexOf(row) + by];
    if (!next) return true;
    rows.forEach((one) => (one.tabIndex = one === next ? 0 : -1));
    next.focus();
    if (this.cursor) this.setCursor({ ...this.cursor, resource: next.dataset.row ?? "" });
    return true;
  }

  private setCursor(span: Span | null): void {
    this.cursor = span;
    this.hands.showCursor(span);
  }

  private onBooking(event: KeyboardEvent, target: Element): boolean {
    if (!event.altKey) return false;
    const booking = this.hands.bookingOf(target);
    if (!booking?.editable) return false;
    const sideways = SIDEWAYS[event.key];
    const updown = UPDOWN[event.key];
    if (sideways === undefined && updown === undefined) return false;
    const { id } = booking;
    const from: Span = { resource: booking.resource, start: booking.start, end: booking.end };
    const to = this.moved(from, sideways, updown, event.ctrlKey);
    if (!to) return true;
    this.hands.preview(id, to);
    if (this.pending && this.pending.id !== id) this.flush();
    const first = this.pending?.from ?? from;
    window.clearTimeout(this.pending?.timer);
    this.pending = { id, from: first, to, timer: window.setTimeout(() => this.flush(), PAUSE) };
    return true;
  }

  private moved(from: Span, sideways: number | undefined, updown: number | undefined, resize: boolean): Span | null {
    if (updown !== undefined) {
      const rows = this.hands.rows().map((row) => row.dataset.row ?? "");
      const resource = rows[rows.indexOf(from.resource) + updown];
      return resize || !resource ? null : { ...from, resource };
    }
    const minutes = (sideways ?? 0) * this.hands.step(from.resource);
    const end = wallPlus(from.end, minutes);
    if (resize) return end > from.start ? { ...from, end } : null;
    return { ...from, start: wallPlus(from.start, minutes), end };
  }

  private flush(): void {
    const sent = this.pending;
    this.pending = null;
    window.clearTimeout(sent?.timer);
    if (sent) this.hands.send(sent.id, sent.from, sent.to);
  }
}

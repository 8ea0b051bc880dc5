/** What a time would cost, said while it is drawn or moved: asked of the server, which prices it as the bill will. */

const PAUSE = 120;
/** Letting go asks once more where one stood: that is no new question. */
const QUIET = 400;

export class FeePreview {
  private timer = 0;
  private request: AbortController | null = null;
  private asked = "";
  private quiet = 0;

  constructor(
    private readonly url: string,
    private readonly place: HTMLElement,
  ) {}

  /** `said`: what is priced, in words. The last one asked for wins; what is asked again is not fetched again. */
  show(said: string, equipment: string, start: string, end: string): void {
    if (!this.url || !(start < end) || performance.now() < this.quiet) return;
    const address = new URL(this.url, location.href);
    for (const [name, value] of Object.entries({ equipment, start, end })) address.searchParams.set(name, value);
    if (address.href === this.asked) return;
    this.asked = address.href;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(address, said), PAUSE);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.request?.abort();
    this.asked = "";
    this.quiet = performance.now() + QUIET;
    this.place.hidden = true;
  }

  private async fetch(address: URL, said: string): Promise<void> {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", signal: this.request.signal });
      const fee = answer.ok ? ((await answer.json()) as { fee: string }).fee : "";
      this.place.textContent = fee ? `${said} · ${fee}` : "";
      this.place.hidden = !fee;
    } catch {
      this.place.hidden = true;
    }
  }
}

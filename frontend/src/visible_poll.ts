/** Asks for a version every few seconds while the page is in view, and calls back when it changed. */
export class VisiblePoll {
  private timer = 0;
  private failures = 0;
  private stopped = true;

  constructor(
    private readonly url: string,
    private readonly seconds: number,
    private version: string,
    private readonly changed: (version: string) => void,
  ) {}

  start(): void {
    this.stopped = false;
    document.addEventListener("visibilitychange", this.seen);
    this.wait();
  }

  stop(): void {
    this.stopped = true;
    document.removeEventListener("visibilitychange", this.seen);
    window.clearTimeout(this.timer);
  }

  /** The caller has just fetched this version itself. */
  known(version: string): void {
    this.version = version;
  }

  private readonly seen = (): void => {
    window.clearTimeout(this.timer);
    if (!document.hidden) void this.ask();
  };

  private wait(): void {
    if (this.stopped || document.hidden) return;
    window.clearTimeout(this.timer);
    const delay = this.seconds * 1000 * Math.min(2 ** this.failures, 20);
    this.timer = window.setTimeout(() => void this.ask(), delay);
  }

  private async ask(): Promise<void> {
    try {
      const answer = await fetch(this.url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const { version } = (await answer.json()) as { version: string };
      this.failures = 0;
      if (version !== this.version && !this.stopped) {
        this.version = version;
        this.changed(version);
      }
    } catch {
      this.failures += 1; // the server may be restarting: ask less often, never give up
    }
    this.wait();
  }
}

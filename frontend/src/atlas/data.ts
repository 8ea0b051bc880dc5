/** What our own addresses answer: sites by column, outlines of regions. Nothing comes from anywhere else. */
import type { Columns } from "./sites";

export interface Organisation {
  code: string;
  name: string;
}

export interface SiteColumns extends Columns {
  /** 0 roof, 1 street, 2 postcode, 3 city. */
  precision: number[];
  organisations: Organisation[];
  /** Address of a record, and of its part for the drawer, their code written 0. */
  page: string;
  panel: string;
  /** What to begin with: west, south, east, north in degrees; null where there is no site. */
  box: [number, number, number, number] | null;
}

/** An address whose code is written 0, with that code. */
export const addressOf = (pattern: string, code: string): string => pattern.replace(/\/0\//, `/${encodeURIComponent(code)}/`);

export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** The colours of the theme, as the stylesheet has them. */
export function tokens(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--sm-${name}`).trim();
}

/** Calls `then` whenever the theme changes; answers how to stop. */
export function onTheme(then: () => void): () => void {
  const observer = new MutationObserver(then);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  return () => observer.disconnect();
}

/** What the server tells the timeline, and what it answers to a move. */
import { csrfToken } from "../htmx";
import type { Said } from "./words";

export type Look = "mine" | "company" | "other" | "pending" | "maintenance" | "fault";
export type State = "free" | "in_use" | "fault" | "maintenance" | "locked";

export interface Instrument {
  id: string;
  title: string;
  group: string;
  state: State;
  locked_reason: string | null;
  step_minutes: number;
  url: string;
}

export interface Booking {
  id: string;
  resource: string;
  start: string;
  end: string;
  look: Look;
  title: string;
  editable: boolean;
  url: string | null;
}

export interface Feed {
  version: string;
  timezone: string;
  now: string;
  resources: Instrument[];
  events: Booking[];
}

export interface Remedy {
  label?: Said;
  ko?: string;
  en?: string;
  url?: string;
}

/** A refusal as the server writes it (RFC 9457). */
export interface Problem {
  code?: string;
  title: string;
  detail?: Said;
  arithmetic?: Said;
  remedies?: Remedy[];
}

export interface Move {
  id: string;
  equipment: string;
  start: string;
  end: string;
}

export async function fetchFeed(url: string, from: string, to: string, signal: AbortSignal): Promise<Feed> {
  const address = new URL(url, location.href);
  address.searchParams.set("from", from);
  address.searchParams.set("to", to);
  const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", signal });
  if (!answer.ok) throw new Error(`feed ${answer.status}`);
  return (await answer.json()) as Feed;
}

/** Answers nothing when the move was accepted, the problem when it was refused. */
export async function postMove(url: string, move: Move, unreachable: string): Promise<Problem | null> {
  return (await send(url, move, unreachable)).problem;
}

/** Sends what was moved: the server's answer, or its problem. */
export async function send<Answer>(
  url: string,
  body: unknown,
  unreachable: string,
): Promise<{ problem: Problem | null; answer: Answer | null }> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrfToken() },
      body: JSON.stringify(body),
    });
    if (answer.ok) return { problem: null, answer: (await answer.json()) as Answer };
    const kind = answer.headers.get("Content-Type") ?? "";
    return { problem: kind.includes("json") ? ((await answer.json()) as Problem) : { title: unreachable }, answer: null };
  } catch {
    return { problem: { title: unreachable }, answer: null };
  }
}

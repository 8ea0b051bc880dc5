/** htmx as this house uses it: no eval, no injected styles, CSRF on every unsafe request, refusals shown. */
import htmx from "htmx.org";

export function csrfToken(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
  if (meta) return meta;
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice("csrftoken=".length)) : "";
}

/** Answers that carry a page region even though they say no: a form with errors, a refusal. */
const SHOWN_ERRORS = "403|404|409|422|429";

export function prepareHtmx(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: SHOWN_ERRORS, swap: true, error: false },
      { code: "[45]..", swap: false, error: true },
    ],
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const { headers, verb } = (event as CustomEvent<{ headers: Record<string, string>; verb: string }>).detail;
    if (verb !== "get") headers["X-CSRFToken"] = csrfToken();
  });
  const failed = () => document.dispatchEvent(new CustomEvent("toast", { detail: { kind: "stop" } }));
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:beforeRequest", (event) => setBusy(event, true));
  document.addEventListener("htmx:afterRequest", (event) => setBusy(event, false));
}

function setBusy(event: Event, busy: boolean): void {
  const target = (event as CustomEvent<{ target?: Element }>).detail.target;
  if (busy) target?.setAttribute("aria-busy", "true");
  else target?.removeAttribute("aria-busy");
}

/** Fetches a region into the drawer; the drawer opens itself when it arrives. */
export async function openInDrawer(url: string): Promise<void> {
  await htmx.ajax("get", url, { target: "#drawer", swap: "innerHTML" });
}

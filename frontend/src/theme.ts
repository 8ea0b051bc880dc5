/** The theme: "light", "dark", or "auto" (as the system says). Kept in a cookie so the server can render it. */
export type Theme = "light" | "dark" | "auto";

const COOKIE = "squaremile_theme";
const YEAR = 365 * 24 * 3600;

const isTheme = (value: string | null | undefined): value is Theme =>
  value === "light" || value === "dark" || value === "auto";

function stored(): string | null {
  try {
    return localStorage.getItem(COOKIE);
  } catch {
    return null; // storage may be blocked; the cookie still works
  }
}

export function chosenTheme(): Theme {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith(`${COOKIE}=`))?.split("=")[1];
  const saved = stored();
  return isTheme(cookie) ? cookie : isTheme(saved) ? saved : "auto";
}

export function shownTheme(theme: Theme): "light" | "dark" {
  if (theme !== "auto") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.bsTheme = shownTheme(theme);
}

export function saveTheme(theme: Theme): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${COOKIE}=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  try {
    localStorage.setItem(COOKIE, theme);
  } catch {
    /* blocked storage */
  }
}

/** Places: sites at one and the same point, with how exactly the point is known. */
import { DEGREE, STEP } from "./ground";
import { addressOf, type SiteColumns } from "./data";
import { openInDrawer } from "../htmx";

export const CITY = 3;

export interface Place {
  lat: number;
  lon: number;
  sites: number;
  /** Positions in `SiteColumns.organisations`, each once. */
  organisations: number[];
  /** Known only as the middle of a city: it says nothing about density. */
  coarse: boolean;
}

export function placesOf(columns: SiteColumns): Place[] {
  const places = new Map<string, Place>();
  for (let i = 0; i < columns.latitude.length; i++) {
    const coarse = columns.precision[i] === CITY;
    const key = `${columns.latitude[i]},${columns.longitude[i]},${coarse}`;
    const who = columns.organisation[i]!;
    const place = places.get(key);
    if (!place) {
      const [lat, lon] = [columns.latitude[i]! / (DEGREE / STEP), columns.longitude[i]! / (DEGREE / STEP)];
      places.set(key, { lat, lon, sites: 1, organisations: [who], coarse });
    } else {
      place.sites++;
      if (!place.organisations.includes(who)) place.organisations.push(who);
    }
  }
  return [...places.values()];
}

/** A link to a record, which opens beside the page. */
export function linkTo(columns: SiteColumns, who: number): HTMLAnchorElement {
  const one = columns.organisations[who]!;
  const link = document.createElement("a");
  link.href = addressOf(columns.page, one.code);
  link.textContent = one.name;
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void openInDrawer(addressOf(columns.panel, one.code));
  });
  return link;
}

/** What a popup holds: every organisation of a place by name. */
export function listOf(place: Place, columns: SiteColumns, says: string): HTMLElement {
  const box = document.createElement("div");
  const line = document.createElement("p");
  line.className = "map-place";
  line.textContent = says;
  const list = document.createElement("ul");
  list.className = "map-list";
  for (const who of place.organisations) {
    const item = document.createElement("li");
    item.append(linkTo(columns, who));
    list.append(item);
  }
  box.append(line, list);
  return box;
}

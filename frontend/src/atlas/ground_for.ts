/** The ground that this browser can draw: a map, else the server's drawing, which then stays. */
import type { SiteColumns } from "./data";
import { listOf } from "./places";
import { canDrawMaps, type Ground } from "./view";
import type { Words } from "./maplibre_ground";

/** `element` holds the drawing; its texts are in `data-words`, the outlines' address in `data-regions`. */
export async function groundFor(element: HTMLElement, columns: SiteColumns, clustered: boolean): Promise<Ground> {
  if (canDrawMaps()) {
    try {
      return await map(element, columns, clustered);
    } catch (error) {
      console.warn(error); // the drawing is there for this
      element.querySelector(".map-canvas")?.remove();
    }
  }
  element.dataset.ground = "drawing";
  const { DrawingGround } = await import("./drawing_ground");
  return new DrawingGround(element);
}

async function map(element: HTMLElement, columns: SiteColumns, clustered: boolean): Promise<Ground> {
  const { MapGround } = await import("./maplibre_ground");
  const words = JSON.parse(element.dataset.words ?? "{}") as Words;
  const canvas = document.createElement("div");
  canvas.className = "map-canvas";
  element.append(canvas);
  const ground = new MapGround(canvas, columns, {
    regions: element.dataset.regions ?? "",
    clustered,
    words,
    chosen: (place) => listOf(place, columns, words.here.replace("{n}", String(place.sites))),
  });
  element.dataset.ground = "map";
  return ground;
}

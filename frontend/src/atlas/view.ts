/** What a square or a popup needs of the ground it lies on: the map, or the server's drawing where there is no map. */
export interface Ground {
  /** The element that the square is laid over. */
  readonly element: HTMLElement;
  /** Degrees to pixels of the element. */
  project(lon: number, lat: number): [number, number];
  /** Pixels of the element to degrees: longitude, latitude. */
  unproject(x: number, y: number): [number, number];
  /** Show these degrees as a whole: west, south, east, north. */
  fit(box: Box, far?: boolean): void;
  /** Called whenever the ground moved under what lies on it. */
  moved(then: () => void): void;
  /** Draw these points as chosen; the others as they were. */
  mark(organisations: ReadonlySet<number> | null): void;
  remove(): void;
}

export type Box = [west: number, south: number, east: number, north: number];

/** Can this browser draw a map? */
export function canDrawMaps(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/**
 * Where points lie, in billionths of a degree, as the server's measures/squares/ground.py has it: whole numbers, so that
 * what a browser counts in a square is what the exact answer counts. Doubles hold them without loss.
 */
export const EARTH_M = 6_371_008.8;
export const DEGREE = 1e9;
export const HALF_TURN = 180 * DEGREE;
/** Units of one step of a stored coordinate, which has seven decimals. */
export const STEP = 100;

/** The height of a square with that side (metres), in units. */
export const heightOf = (side: number): number =>
  Math.max(1, Math.round((side / EARTH_M) * (180 / Math.PI) * DEGREE));

/** The width of a square of that height whose lower edge lies at `bottom`: as wide as its side at the top of its band. */
export function widthOf(bottom: number, height: number): number {
  const top = (Math.floor(bottom / height) + 1) * (height / DEGREE);
  return Math.round(height / Math.max(Math.cos((top * Math.PI) / 180), 1e-3));
}

/** Great-circle distance in metres between points in degrees. */
export function metres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(half));
}

/** A square (or the square around a disc): lower left corner and size, in units. */
export interface Patch {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** The patch of that side whose middle lies at a point in degrees. */
export function patchAround(lat: number, lon: number, side: number): Patch {
  const height = heightOf(side);
  const bottom = Math.round(lat * DEGREE - height / 2);
  const width = widthOf(bottom, height);
  return { left: Math.round(lon * DEGREE - width / 2), bottom, width, height };
}

/** Its middle, in degrees. */
export const middleOf = (patch: Patch): { lat: number; lon: number } => ({
  lat: (patch.bottom + patch.height / 2) / DEGREE,
  lon: (patch.left + patch.width / 2) / DEGREE,
});

/** Sites as typed arrays, and how many different organisations lie within a square or a disc: each frame, exactly. */
import { DEGREE, EARTH_M, HALF_TURN, STEP, middleOf, type Patch } from "./ground";

/** As the server sends them: whole numbers of 1e-7 degrees, from south to north; `organisation` points into names. */
export interface Columns {
  latitude: ArrayLike<number>;
  longitude: ArrayLike<number>;
  organisation: ArrayLike<number>;
}

export interface Found {
  /** Different organisations. */
  organisations: number;
  /** Sites, of which an organisation may have several. */
  sites: number;
}

/** Points of the Earth's 360 degrees in steps of a stored coordinate. */
const TURN = (2 * HALF_TURN) / STEP;
/** A point on the rim is inside: a millionth of a metre either way is what sines and cosines may be wrong by. */
const RIM_M = 1e-6;

export class Sites {
  private readonly latitude: Int32Array;
  private readonly longitude: Int32Array;
  private readonly organisation: Uint32Array;
  /** The turn in which an organisation was last counted: nothing to clear between frames. */
  private readonly counted: Uint32Array;
  private turn = 0;
  private readonly seen: Uint32Array;

  constructor(columns: Columns) {
    this.latitude = Int32Array.from(columns.latitude);
    this.longitude = Int32Array.from(columns.longitude);
    this.organisation = Uint32Array.from(columns.organisation);
    for (let i = 1; i < this.latitude.length; i++) {
      if (this.latitude[i]! < this.latitude[i - 1]!) throw new Error("sites come from south to north");
    }
    const most = this.organisation.reduce((a, b) => Math.max(a, b), -1);
    this.counted = new Uint32Array(most + 1);
    this.seen = new Uint32Array(most + 1);
  }

  get length(): number {
    return this.latitude.length;
  }

  /** Closed on all sides. */
  inSquare(patch: Patch): Found {
    const low = Math.ceil(patch.left / STEP);
    const high = Math.floor((patch.left + patch.width) / STEP);
    const { longitude } = this;
    // Across the 180th meridian a range goes on a turn away.
    const within = (i: number): boolean => {
      const x = longitude[i]!;
      return (x >= low && x <= high) || x + TURN <= high || x - TURN >= low;
    };
    const round = high > TURN / 2 || low < -TURN / 2;
    return this.count(patch, round ? within : null, low, high);
  }

  /** The disc that touches the sides of the patch from within, by great-circle distance; its rim belongs to it. */
  inDisc(patch: Patch, side: number): Found {
    const rad = Math.PI / 180;
    const { lat, lon } = middleOf(patch);
    const here = Math.cos(lat * rad);
    const most = Math.sin((side / 2 + RIM_M) / (2 * EARTH_M)) ** 2;
    const { latitude, longitude } = this;
    const within = (i: number): boolean => {
      const up = latitude[i]! / (DEGREE / STEP);
      const across = longitude[i]! / (DEGREE / STEP);
      const north = Math.sin(((up - lat) * rad) / 2) ** 2;
      return north <= most && north + here * Math.cos(up * rad) * Math.sin(((across - lon) * rad) / 2) ** 2 <= most;
    };
    const around = { ...patch, bottom: patch.bottom - STEP, height: patch.height + 2 * STEP };
    return this.count(around, within, 0, 0);
  }

  /** The organisations counted last, as positions in the names, each once; valid until the next count. */
  members(found: Found): Uint32Array {
    return this.seen.subarray(0, found.organisations);
  }

  private count(patch: Patch, within: ((i: number) => boolean) | null, low: number, high: number): Found {
    const { longitude, organisation, counted, seen } = this;
    const turn = ++this.turn;
    const from = this.firstAbove(Math.ceil(patch.bottom / STEP) - 1);
    const to = this.firstAbove(Math.floor((patch.bottom + patch.height) / STEP));
    let sites = 0;
    let organisations = 0;
    for (let i = from; i < to; i++) {
      const x = longitude[i]!;
      if (within === null ? x < low || x > high : !within(i)) continue;
      sites++;
      const who = organisation[i]!;
      if (counted[who] === turn) continue;
      counted[who] = turn;
      seen[organisations++] = who;
    }
    return { organisations, sites };
  }

  /** The first site north of that latitude. */
  private firstAbove(latitude: number): number {
    let low = 0;
    let high = this.latitude.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.latitude[middle]! > latitude) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

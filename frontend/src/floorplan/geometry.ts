/** Boxes and neighbours on a plan. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box zoomed about a point, never wider than the whole nor closer than `most` times. */
export function zoomed(box: Box, whole: Box, factor: number, most: number, around?: { x: number; y: number }): Box {
  const width = Math.min(Math.max(box.width * factor, whole.width / most), whole.width);
  if (width === whole.width) return whole;
  const scale = width / box.width;
  const centre = around ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    x: centre.x - (centre.x - box.x) * scale,
    y: centre.y - (centre.y - box.y) * scale,
    width,
    height: box.height * scale,
  };
}

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** The closest room in the direction of an arrow key; sideways distance counts double. */
export function nearest(from: Element, rooms: Element[], key: string): Element | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [x, y] = middle(from);
  let best: Element | null = null;
  let least = Infinity;
  for (const room of rooms) {
    const [a, b] = middle(room);
    const along = (a - x) * direction[0] + (b - y) * direction[1];
    const aside = Math.abs((a - x) * direction[1]) + Math.abs((b - y) * direction[0]);
    const cost = along + 2 * aside;
    if (room !== from && along > 1 && cost < least) [best, least] = [room, cost];
  }
  return best;
}

function middle(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

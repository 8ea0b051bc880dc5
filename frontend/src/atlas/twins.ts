/** Two places at one scale: the other's sites slid over ours, so that both are seen in the same square. */
import { fetchJson, type SiteColumns } from "./data";
import { DEGREE, STEP } from "./ground";

const SVG = "http://www.w3.org/2000/svg";

interface Twin {
  columns: SiteColumns;
  lat: number;
  lon: number;
}

/** Metres east and north of the middle, on the plane that touches there. */
function flat(twin: Twin, i: number): [number, number] {
  const degree = 111_195.08;
  const lat = twin.columns.latitude[i]! / (DEGREE / STEP);
  const lon = twin.columns.longitude[i]! / (DEGREE / STEP);
  return [(lon - twin.lon) * degree * Math.cos((twin.lat * Math.PI) / 180), (lat - twin.lat) * degree];
}

export async function mount(element: HTMLElement): Promise<() => void> {
  const svg = element.querySelector<SVGSVGElement>("svg")!;
  const half = svg.viewBox.baseVal.width / 2;
  const middles = JSON.parse(element.dataset.middles!) as [number, number][];
  const urls = JSON.parse(element.dataset.sites!) as string[];
  const both = await Promise.all(urls.map((url) => fetchJson<SiteColumns>(url)));
  const layers = both.map((columns, n) => {
    const twin: Twin = { columns, lat: middles[n]![0], lon: middles[n]![1] };
    const layer = document.createElementNS(SVG, "g");
    layer.setAttribute("class", `twin twin-${n}`);
    for (let i = 0; i < columns.latitude.length; i++) {
      if (columns.precision[i] === 3) continue;
      const [x, y] = flat(twin, i);
      if (Math.abs(x) > half || Math.abs(y) > half) continue;
      const dot = document.createElementNS(SVG, n === 0 ? "circle" : "rect");
      const size = half / 55;
      for (const [name, value] of Object.entries(n === 0 ? { cx: x, cy: -y, r: size } : { x: x - size, y: -y - size, width: size * 2, height: size * 2 })) {
        dot.setAttribute(name, String(value));
      }
      layer.append(dot);
    }
    svg.querySelector("[data-part=twins]")!.append(layer);
    return layer;
  });
  const slider = element.querySelector<HTMLInputElement>("[data-part=slide]")!;
  const slide = (): void => {
    const share = Number(slider.value) / 100;
    layers[1]?.setAttribute("transform", `translate(${(1 - share) * half * 2} 0)`);
  };
  slider.addEventListener("input", slide);
  slide();
  return () => {
    slider.removeEventListener("input", slide);
    layers.forEach((layer) => layer.remove());
  };
}

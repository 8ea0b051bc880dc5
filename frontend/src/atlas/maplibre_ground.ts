/** The map: MapLibre over our own outlines and points. No tiles, no glyph server, no worker but our own file. */
import { Map as MapLibre, NavigationControl, Popup, ScaleControl, setWorkerUrl } from "maplibre-gl";
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, MapGeoJSONFeature, MapLayerMouseEvent } from "maplibre-gl";
import { onTheme, tokens } from "./data";
import { placesOf, type Place } from "./places";
import type { SiteColumns } from "./data";
import type { Box, Ground } from "./view";

declare const MAPLIBRE_VERSION: string;
setWorkerUrl(new URL(`../maplibre-worker.js?v=${MAPLIBRE_VERSION}`, import.meta.url).href);

export interface Words {
  closer: string;
  further: string;
  north: string;
  close: string;
  map: string;
  /** "{n} sites here" */
  here: string;
}

export interface Wanted {
  regions: string;
  clustered: boolean;
  words: Words;
  /** What is shown when a place is chosen. */
  chosen: (place: Place) => Node;
}

/** Sites known by their address, and those whose city alone is known: never in one heap. */
const EXACT = "exact";
const COARSE = "coarse";
const REGIONS = "regions";
const NUMBER: ExpressionSpecification = ["coalesce", ["get", "sum"], ["get", "sites"]];
const RADIUS: ExpressionSpecification = ["interpolate", ["linear"], ["sqrt", NUMBER], 1, 5, 3, 11, 10, 20, 40, 34];

export class MapGround implements Ground {
  readonly element: HTMLElement;
  private readonly map: MapLibre;
  private readonly stopTheme: () => void;
  private readonly places: Place[];
  private readonly popup: Popup;
  private marked: ReadonlySet<number> | null = null;

  constructor(element: HTMLElement, columns: SiteColumns, private readonly wanted: Wanted) {
    this.element = element;
    this.places = placesOf(columns);
    const { words } = wanted;
    this.map = new MapLibre({
      container: element,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      cooperativeGestures: false,
      scrollZoom: false,
      bounds: columns.box ?? [125, 33, 131, 39],
      fitBoundsOptions: { padding: 40, maxZoom: 15 },
      localIdeographFontFamily: "Pretendard Variable, Noto Sans CJK KR, sans-serif",
      fadeDuration: 0,
      locale: {
        "NavigationControl.ZoomIn": words.closer,
        "NavigationControl.ZoomOut": words.further,
        "NavigationControl.ResetBearing": words.north,
        "Popup.Close": words.close,
        "Map.Title": words.map,
      },
    });
    this.map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    this.map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    // A plain wheel scrolls the page; with Ctrl or Cmd it zooms, as a pinch on a touchpad does.
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.popup = new Popup({ maxWidth: "min(20rem, 80vw)", focusAfterOpen: false });
    this.map.on("load", () => this.draw());
    for (const source of [EXACT, COARSE]) {
      const layer = `${source}-places`;
      this.map.on("click", layer, (event) => this.open(event, source));
      this.map.on("mouseenter", layer, () => (this.map.getCanvas().style.cursor = "pointer"));
      this.map.on("mouseleave", layer, () => (this.map.getCanvas().style.cursor = ""));
    }
    this.stopTheme = onTheme(() => this.paint());
  }

  project(lon: number, lat: number): [number, number] {
    const { x, y } = this.map.project([lon, lat]);
    return [x, y];
  }

  unproject(x: number, y: number): [number, number] {
    const { lng, lat } = this.map.unproject([x, y]);
    return [lng, lat];
  }

  fit(box: Box, far = false): void {
    this.map.fitBounds(box, { padding: far ? 40 : Math.min(this.element.clientWidth, this.element.clientHeight) / 5, animate: false, maxZoom: 16 });
  }

  moved(then: () => void): void {
    this.map.on("move", then);
    this.map.on("resize", then);
  }

  mark(organisations: ReadonlySet<number> | null): void {
    this.marked = organisations;
    if (!this.map.getSource(EXACT)) return;
    this.places.forEach((place, id) => {
      if (place.coarse) return;
      const inside = organisations !== null && place.organisations.some((one) => organisations.has(one));
      this.map.setFeatureState({ source: EXACT, id }, { inside });
    });
  }

  remove(): void {
    this.stopTheme();
    this.map.remove();
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = this.element.getBoundingClientRect();
    const around = this.map.unproject([event.clientX - box.left, event.clientY - box.top]);
    this.map.easeTo({ zoom: this.map.getZoom() - event.deltaY / 120, around, duration: 0 });
  }

  private draw(): void {
    this.map.addSource(REGIONS, { type: "geojson", data: this.wanted.regions || { type: "FeatureCollection", features: [] } });
    this.addSites(EXACT, (place) => !place.coarse);
    this.addSites(COARSE, (place) => place.coarse);
    for (const layer of this.layers()) this.map.addLayer(layer);
    this.mark(this.marked);
    this.element.dataset.drawn = "true";
  }

  private layers(): LayerSpecification[] {
    const of = tokens(this.element);
    return [
      { id: "ground", type: "background", paint: { "background-color": of("sunken") } },
      { id: "land", type: "fill", source: REGIONS, paint: { "fill-color": of("surface") } },
      { id: "borders", type: "line", source: REGIONS, paint: { "line-color": of("line-strong"), "line-width": 1 } },
      ...this.dots(COARSE, of("surface"), of("ink"), of("ink-soft")),
      ...this.dots(EXACT, ["case", ["boolean", ["feature-state", "inside"], false], of("now"), of("accent")], of("accent-ink"), of("surface")),
    ];
  }

  private addSites(source: string, wanted: (place: Place) => boolean): void {
    const features = this.places.flatMap((place, id) => (wanted(place) ? [{
      type: "Feature" as const, id,
      geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
      properties: { place: id, sites: place.sites },
    }] : []));
    this.map.addSource(source, {
      type: "geojson", data: { type: "FeatureCollection", features },
      ...(this.wanted.clustered ? { cluster: true, clusterRadius: 34, clusterMaxZoom: 14, clusterProperties: { sum: ["+", ["get", "sites"]] } } : {}),
    });
  }

  /** A dot for each place or heap, and its number where there is more than one site. */
  private dots(source: string, fill: ExpressionSpecification | string, ink: string, line: string): LayerSpecification[] {
    return [
      {
        id: `${source}-places`, type: "circle", source,
        paint: { "circle-radius": RADIUS, "circle-color": fill, "circle-stroke-color": line, "circle-stroke-width": 2 },
      },
      {
        id: `${source}-numbers`, type: "symbol", source, filter: [">", NUMBER, 1],
        layout: { "text-field": ["to-string", NUMBER], "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": ink },
      },
    ];
  }

  /** Again in the colours of the theme. */
  private paint(): void {
    if (!this.map.getSource(EXACT)) return;
    for (const layer of this.layers()) {
      if (!("paint" in layer) || !layer.paint) continue;
      for (const [name, value] of Object.entries(layer.paint)) this.map.setPaintProperty(layer.id, name as never, value as never);
    }
  }

  private open(event: MapLayerMouseEvent, source: string): void {
    const over = event.features?.[0];
    if (over?.properties.cluster_id !== undefined) return void this.into(over, source);
    const place = this.places[Number(over?.properties.place)];
    if (!place) return;
    this.popup.setLngLat([place.lon, place.lat]).setDOMContent(this.wanted.chosen(place)).addTo(this.map);
  }

  /** Into a heap of places, as far as it comes apart. */
  private async into(heap: MapGeoJSONFeature, name: string): Promise<void> {
    const source = this.map.getSource(name) as GeoJSONSource | undefined;
    if (!source || heap.geometry.type !== "Point") return;
    const zoom = await source.getClusterExpansionZoom(Number(heap.properties.cluster_id));
    this.map.easeTo({ center: heap.geometry.coordinates as [number, number], zoom, duration: 0 });
  }
}

/** From what a chart says to what the library draws, in the colours of the theme. */
import type { EChartsCoreOption } from "echarts/core";

export interface Axis {
  name: string;
  unit: string;
  /** Names of categories; without them the axis is a scale. */
  values?: string[];
  log?: boolean;
  min?: number;
  max?: number;
}

export interface Point {
  x: number;
  y: number | null;
  /** Ends of an interval. */
  low?: number;
  high?: number;
  name?: string;
  url?: string;
  size?: number;
}

export interface Series {
  name: string;
  /** mine, other, expected, warn, alarm: never by colour alone, each has a shape or dash of its own. */
  look: string;
  points: Point[];
  joined?: boolean;
}

export interface Mark {
  on: "x" | "y";
  at: number;
  name: string;
}

export interface Spec {
  kind: "lines" | "points" | "bars" | "dots" | "web";
  x: Axis;
  y: Axis;
  series: Series[];
  marks: Mark[];
  links?: { from: number; to: number; weight: number }[];
}

type Token = (name: string) => string;
type Option = Record<string, unknown>;

const NAMED = 16;

const LOOKS: Record<string, { colour: string; symbol: string; dash: string }> = {
  mine: { colour: "accent", symbol: "circle", dash: "solid" },
  other: { colour: "ink-soft", symbol: "rect", dash: "dashed" },
  expected: { colour: "line-strong", symbol: "none", dash: "dotted" },
  warn: { colour: "warn", symbol: "triangle", dash: "dashed" },
  alarm: { colour: "stop", symbol: "diamond", dash: "solid" },
  info: { colour: "info", symbol: "roundRect", dash: "dashed" },
};
const lookOf = (name: string) => LOOKS[name] ?? LOOKS.other!;

export function optionOf(spec: Spec, of: Token, small: boolean): EChartsCoreOption {
  const text = { color: of("ink"), fontFamily: of("font"), fontSize: 12 };
  const common = {
    animation: false,
    textStyle: text,
    tooltip: {
      confine: true, backgroundColor: of("raised"), borderColor: of("line"), textStyle: text,
      formatter: (over: { data?: Point; name?: string; seriesName?: string; dataType?: string }) => said(over, spec),
    },
    legend: { show: spec.series.length > 1, top: 0, left: 0, textStyle: text, itemWidth: 22, data: spec.series.map((one) => ({ name: one.name, ...(spec.kind === "web" ? { icon: lookOf(one.look).symbol } : {}) })) },
  };
  if (spec.kind === "web") return { ...common, series: [web(spec, of)] };
  const flat = isFlat(spec);
  return {
    ...common,
    grid: { left: 8, right: 24, top: spec.series.length > 1 ? (small ? 76 : 44) : 24, bottom: 28, containLabel: true },
    xAxis: axis(flat ? spec.y : spec.x, of, "x", small),
    yAxis: axis(flat ? spec.x : spec.y, of, "y", small),
    series: spec.series.flatMap((one, n) => drawn(spec, one, n, of, small)),
  };
}

/** Categories down, values across: long names have room. */
const isFlat = (spec: Spec): boolean => spec.kind === "bars" || spec.kind === "dots";

const named = (axis: Axis): string => (axis.unit ? `${axis.name} (${axis.unit})` : axis.name);

function axis(said: Axis, of: Token, on: "x" | "y", small: boolean): Option {
  const text = { color: of("ink-soft"), fontFamily: of("font"), fontSize: 12 };
  return {
    type: said.values ? "category" : said.log ? "log" : "value",
    data: said.values,
    inverse: on === "y" && said.values !== undefined,
    // The names of categories speak for themselves down the side.
    name: on === "y" && said.values ? "" : named(said),
    nameLocation: on === "x" ? "middle" : "end",
    nameGap: on === "x" ? 28 : 10,
    nameTextStyle: on === "x" ? text : { ...text, align: "left" },
    min: said.min, max: said.max, scale: said.min === undefined && !said.values,
    axisLine: { show: true, lineStyle: { color: of("line-strong") } },
    axisLabel: { ...text, width: on === "y" && said.values ? (small ? 110 : 220) : undefined, overflow: "truncate", hideOverlap: true },
    splitLine: { show: !said.values, lineStyle: { color: of("line") } },
  };
}

function drawn(spec: Spec, one: Series, n: number, of: Token, small: boolean): Option[] {
  const look = lookOf(one.look);
  const colour = of(look.colour);
  const flat = isFlat(spec);
  const place = (point: Point) => (flat ? [point.y, spec.x.values?.[point.x]] : [spec.x.values ? spec.x.values[point.x] : point.x, point.y]);
  const data = one.points.map((point) => ({ ...point, value: place(point), symbolSize: point.size ?? 9 }));
  const whole: Option = {
    name: one.name, data, itemStyle: { color: colour }, color: colour, markLine: n === 0 ? marks(spec, of) : undefined,
  };
  const found: Option[] = [];
  if (spec.kind === "lines") {
    found.push({
      ...whole, type: "line", symbol: look.symbol === "none" ? "none" : look.symbol, showSymbol: one.points.length <= 40,
      lineStyle: { color: colour, width: one.look === "mine" ? 2.5 : 1.5, type: look.dash },
    });
  } else if (spec.kind === "dots") found.push({ ...whole, type: "scatter", symbol: look.symbol });
  else if (flat) found.push({ ...whole, type: "bar", barMaxWidth: 16 });
  else {
    found.push({
      ...whole, type: "scatter", symbol: look.symbol,
      label: { show: one.look === "mine" && one.points.length <= (small ? 6 : 14), formatter: (p: { data: Point }) => p.data.name ?? "", position: "right", color: of("ink"), fontSize: 11 },
      labelLayout: { hideOverlap: true },
    });
  }
  if (one.points.some((point) => point.low !== undefined)) found.push(intervals(spec, one, of));
  return found;
}

/** A thin line with ends from low to high, across each value. */
function intervals(spec: Spec, one: Series, of: Token): Option {
  const flat = isFlat(spec);
  const known = one.points.filter((point) => point.low !== undefined && point.high !== undefined);
  return {
    type: "custom", name: one.name, silent: true, z: 5,
    encode: flat ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    data: known.map((point) => [point.x, point.low, point.high]),
    renderItem: (_: unknown, api: { value(n: number): number; coord(at: number[]): [number, number] }) => {
      const [a, b] = [1, 2].map((n) => api.coord(flat ? [api.value(n), api.value(0)] : [api.value(0), api.value(n)])) as [[number, number], [number, number]];
      const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: of("ink"), lineWidth: 1.5 } });
      const end = (p: [number, number]) => (flat ? line(p[0], p[1] - 4, p[0], p[1] + 4) : line(p[0] - 4, p[1], p[0] + 4, p[1]));
      return { type: "group", children: [line(a[0], a[1], b[0], b[1]), end(a), end(b)] };
    },
  };
}

function marks(spec: Spec, of: Token): Option {
  const flat = isFlat(spec);
  return {
    silent: true, symbol: "none", lineStyle: { color: of("ink-soft"), type: "dashed" },
    label: { formatter: "{b}", color: of("ink-soft"), fontSize: 11, position: "insideEndTop" },
    data: spec.marks.map((mark) => ({ name: mark.name, [(mark.on === "x") !== flat ? "xAxis" : "yAxis"]: mark.at })),
  };
}

function web(spec: Spec, of: Token): Option {
  const nodes = spec.series.flatMap((one, group) => one.points.map((point) => ({ point, group, look: lookOf(one.look) })));
  // As many names as can be read beside each other: of those that stand between most.
  const named = new Set([...nodes.keys()].sort((a, b) => (nodes[b]!.point.size ?? 0) - (nodes[a]!.point.size ?? 0)).slice(0, NAMED));
  return {
    type: "graph", layout: "force", roam: false, draggable: false, layoutAnimation: false,
    top: 40, bottom: 10, left: 20, right: 110,
    force: { initLayout: "circular", repulsion: 110, gravity: 0.16, edgeLength: [18, 70] },
    categories: spec.series.map((one) => ({ name: one.name, symbol: lookOf(one.look).symbol, itemStyle: { color: of(lookOf(one.look).colour) } })),
    data: nodes.map(({ point, group }, id) => ({ ...point, x: undefined, y: undefined, id: String(id), category: group, symbolSize: point.size ?? 10, value: point.y, label: { show: named.has(id) } })),
    links: (spec.links ?? []).map((link) => ({ source: String(link.from), target: String(link.to), value: link.weight, lineStyle: { width: Math.min(1 + Math.sqrt(link.weight), 6) } })),
    lineStyle: { color: of("line-strong"), opacity: 0.6 },
    label: { formatter: "{b}", position: "right", color: of("ink"), fontSize: 11, textBorderColor: of("surface"), textBorderWidth: 2 },
  };
}

/** What a pointer reads: text nodes only, so that a name is never markup. */
function said(over: { data?: Point; name?: string; seriesName?: string; dataType?: string }, spec: Spec): HTMLElement | string {
  const point = over.data;
  const box = document.createElement("div");
  if (!point || over.dataType === "edge") return "";
  const lines = [point.name ?? (spec.x.values ? spec.x.values[point.x] : "") ?? "", over.seriesName ?? ""];
  if (spec.kind !== "web") {
    if (!spec.x.values) lines.push(`${spec.x.name}: ${format(point.x)} ${spec.x.unit}`);
    const interval = point.low === undefined ? "" : ` (${format(point.low)}–${format(point.high!)})`;
    lines.push(`${spec.y.name}: ${point.y === null ? "–" : format(point.y)} ${spec.y.unit}${interval}`);
  } else lines.push(`${spec.y.name}: ${format(point.y ?? 0)} ${spec.y.unit}`);
  for (const line of lines.filter(Boolean)) {
    const each = document.createElement("div");
    each.textContent = line.trim();
    box.append(each);
  }
  return box;
}

const format = (value: number): string => value.toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 4 });

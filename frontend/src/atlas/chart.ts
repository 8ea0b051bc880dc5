/** A chart from a plain description (web/kit/charts.py): title and table are the page's, this draws it as SVG. */
import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { onTheme, tokens } from "./data";
import { openInDrawer } from "../htmx";
import { optionOf, type Spec } from "./chart_options";

use([BarChart, CustomChart, GraphChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer, TooltipComponent]);

export function mount(element: HTMLElement): () => void {
  const spec = JSON.parse(element.querySelector('script[type="application/json"]')!.textContent!) as Spec;
  const frame = element.querySelector<HTMLElement>("[data-part=canvas]")!;
  const chart = init(frame, null, { renderer: "svg" });
  const paint = (): void => chart.setOption(optionOf(spec, tokens(element), frame.clientWidth < 480), { notMerge: true });
  paint();
  chart.on("click", (event) => {
    const url = (event.data as { url?: string } | undefined)?.url;
    if (url && document.querySelector("#drawer")) void openInDrawer(url);
  });
  const stopTheme = onTheme(paint);
  const watch = new ResizeObserver(() => {
    chart.resize();
    paint();
  });
  watch.observe(frame);
  return () => {
    stopTheme();
    watch.disconnect();
    chart.dispose();
  };
}

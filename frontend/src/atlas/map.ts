/** The map of all sites: heaps with their exact number, a popup at each place, records beside it. */
import { fetchJson, type SiteColumns } from "./data";
import { groundFor } from "./ground_for";

export async function mount(element: HTMLElement): Promise<() => void> {
  const columns = await fetchJson<SiteColumns>(element.dataset.sites!);
  const ground = await groundFor(element.querySelector<HTMLElement>("[data-part=ground]")!, columns, true);
  return () => ground.remove();
}

/** Two places at one scale: the second, drawn by the server beside the first, slides over it. */

export function mount(element: HTMLElement): () => void {
  const slider = element.querySelector<HTMLInputElement>("[data-part=slide]")!;
  const other = element.querySelector<SVGGElement>("[data-part=other]")!;
  const far = Number(other.dataset.far);
  const slide = (): void => other.setAttribute("transform", `translate(${far * (1 - Number(slider.value) / 100)} 0)`);
  slider.addEventListener("input", slide);
  return () => slider.removeEventListener("input", slide);
}

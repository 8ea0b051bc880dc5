/** The theme choice in the top bar: light, dark, or as the system says. */
import { Controller } from "@hotwired/stimulus";
import { applyTheme, chosenTheme, saveTheme, type Theme } from "../theme";

export default class ThemeController extends Controller<HTMLElement> {
  static override targets = ["choice"];
  declare readonly choiceTargets: HTMLElement[];
  private readonly system = matchMedia("(prefers-color-scheme: dark)");

  override connect(): void {
    this.mark(chosenTheme());
    this.system.addEventListener("change", this.follow);
  }

  override disconnect(): void {
    this.system.removeEventListener("change", this.follow);
  }

  choose(event: Event & { params: { name?: Theme } }): void {
    const theme = event.params.name ?? "auto";
    saveTheme(theme);
    applyTheme(theme);
    this.mark(theme);
  }

  private readonly follow = (): void => applyTheme(chosenTheme());

  private mark(theme: Theme): void {
    for (const choice of this.choiceTargets) {
      if (choice.dataset.themeNameParam === theme) choice.setAttribute("aria-current", "true");
      else choice.removeAttribute("aria-current");
    }
  }
}

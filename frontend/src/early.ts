/** Before the first paint: the theme the person chose, or the one their system asks for. */
import { applyTheme, chosenTheme } from "./theme";

applyTheme(chosenTheme());
document.documentElement.classList.add("with-scripts");

// For browsers that know no JavaScript modules: they cannot run the player, so the page says what to do.
import { hideOnDemand, isHidden } from "./hide.js";

if (!isHidden()) {
  hideOnDemand();
  document.getElementById("help-blocked").removeAttribute("hidden");
}

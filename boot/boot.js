// Starts the player. The page's first text is readable without it; where it cannot start, the page says what to do.
// __SCRIPT__ and __WASM__ are put in by `cargo xtask build`.
import { hideOnDemand, isHidden } from "./hide.js";

const root = document.documentElement;

// A licence leaves the address, and the tab's history with it, before anything is fetched. The player finds it here.
function takeLicence() {
  const licence = location.hash.split("#licence/")[1];
  if (!licence) return;
  root.dataset.licence = licence;
  history.replaceState(null, "", "#/licence");
}

function isLicensed() {
  try {
    return root.dataset.licence || localStorage.getItem("kerege/licences");
  } catch {
    return false;
  }
}

// Where something is sealed, and a licence may open it: what that takes is asked for at once, beside the player.
function fetchAhead() {
  const meta = (name) => document.querySelector(`meta[name=kerege-${name}]`)?.content;
  const files = isLicensed() && meta("licensed");
  for (const file of files ? files.split(" ") : []) {
    const link = document.createElement("link");
    link.rel = file.endsWith(".js") ? "modulepreload" : "preload";
    if (link.rel === "preload") link.as = "fetch";
    link.crossOrigin = "";
    link.href = meta("root") + file;
    document.head.append(link);
  }
}

function help(id) {
  const words = document.getElementById(id);
  if (words) words.hidden = false;
  // Nobody took it: the page is loaded again, or its address copied into another browser.
  if (root.dataset.licence) history.replaceState(null, "", "#licence/" + root.dataset.licence);
}

async function boot() {
  // Switched off in iOS Lockdown Mode and at Tor Browser's level Safer, absent from very old browsers.
  if (typeof WebAssembly !== "object") return help("help-blocked");
  try {
    const player = await import("./__SCRIPT__");
    await player.default({ module_or_path: new URL("./__WASM__", import.meta.url) });
  } catch (problem) {
    console.error(problem);
    const refused = problem instanceof SyntaxError || problem instanceof WebAssembly.CompileError || problem instanceof WebAssembly.LinkError;
    help(refused ? "help-blocked" : "help-network");
  }
}

if (!isHidden()) {
  takeLicence();
  addEventListener("hashchange", takeLicence);
  hideOnDemand();
  fetchAhead();
  boot();
}

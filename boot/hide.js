// Hide: covers the page and leaves it, by a button or by Shift three times; Back does not lead to the course again.
// Works without the player, and in old browsers: so it is written in old JavaScript.

var KEY = "kerege-hidden";
// Three presses with no other key between them and no longer pause than this, in milliseconds.
var PRESSES = 3;
var PAUSE = 1000;

function address() {
  var meta = document.querySelector("meta[name=kerege-hide]");
  return meta ? meta.content : "about:blank";
}

function remember(isHidden) {
  try {
    if (isHidden) sessionStorage.setItem(KEY, "1");
    else sessionStorage.removeItem(KEY);
  } catch (forbidden) {
    // Then Back may show the page again; there is nothing to be done about it.
  }
}

function isRemembered() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch (forbidden) {
    return false;
  }
}

function leave() {
  var to = address();
  remember(true);
  document.title = "\u200b";
  document.documentElement.textContent = "";
  try {
    // In a frame the page around it says as much as the course.
    top.location.replace(to);
  } catch (refused) {
    location.replace(to);
  }
}

/** Whether the browser came here by Back or Forward. */
function cameBack() {
  var entry = performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
  return entry ? entry.type === "back_forward" : performance.navigation.type === 2;
}

/** Leaves again where Back led to a page that was hidden; false where there is nothing to hide. */
export function isHidden() {
  if (isRemembered() && cameBack()) {
    leave();
    return true;
  }
  remember(false);
  return false;
}

export function hideOnDemand() {
  var presses = 0;
  var last = 0;
  addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-hide]")) leave();
  }, true);
  addEventListener("keydown", function (event) {
    if (event.repeat) return;
    presses = event.key !== "Shift" ? 0 : event.timeStamp - last > PAUSE ? 1 : presses + 1;
    last = event.timeStamp;
    if (presses === PRESSES) leave();
  }, true);
  // A page that the browser kept whole is shown again without being loaded.
  addEventListener("pageshow", function (event) {
    if (event.persisted && isRemembered()) leave();
  });
}

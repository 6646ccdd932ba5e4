// Runs in the measured page: notes when the first question can be answered, and when feedback is on the screen.
// A function, not a string to evaluate: the page's policy forbids that.
export function probe({ question, check, feedback }) {
  if (window !== top || location.href === "about:blank") return;
  const notes = (window.__notes = { ready: null, paint: null, pressed: null, answered: null });
  const shown = (selector) => [...document.querySelectorAll(selector)].some((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.textContent !== "\u00a0";
  });
  // A note is taken after the frame in which a condition first holds has been painted.
  const note = (name, holds) => {
    const look = () => {
      if (holds()) requestAnimationFrame(() => setTimeout(() => { notes[name] = performance.now(); }, 0));
      else requestAnimationFrame(look);
    };
    look();
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") notes.paint = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  requestAnimationFrame(() => note("ready", () => shown(question) && shown(check)));
  addEventListener("pointerup", (event) => {
    if (!event.isTrusted || !event.target.closest(check)) return;
    notes.pressed = event.timeStamp;
    note("answered", () => [...document.querySelectorAll(feedback)].some((element) => element.textContent.trim().length > 3 && shown(feedback)));
  }, { capture: true });
}

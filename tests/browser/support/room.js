// Whether everything has room: a target for a finger, and the page in the width of the screen.

/** Controls on the page that are less than 24 pixels high or wide (WCAG 2.2, 2.5.8), as words. */
export function tooSmall(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return controls.filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true })).flatMap((control) => {
      const inLine = control.tagName === "A" && getComputedStyle(control).display === "inline" && control.closest("p, li, td, dd, figcaption, legend, span");
      // A crossing of the lattice is spaced by its neighbours, which axe judges; a skip link is seen only when it has the focus.
      if (inLine || control.closest("svg") || control.matches(".skip")) return [];
      const target = ["radio", "checkbox"].includes(control.type) ? control.closest("label") ?? control : control;
      const { width, height } = target.getBoundingClientRect();
      return width < 24 || height < 24 ? [`${target.outerHTML.slice(0, 80)} ${width}×${height}`] : [];
    });
  });
}

/** By how many pixels the page has to be scrolled sideways. */
export function tooWide(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
}

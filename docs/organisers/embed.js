// The side of your page in the protocol kerege/1: greets the player, keeps the frame as high as what is in it, and
// tells the player which part of it is on the screen. What learners let you know arrives as events named "kerege".
for (const frame of document.querySelectorAll("iframe[data-kerege]")) embed(frame);

function embed(frame) {
  const { origin } = new URL(frame.src, location.href);
  const { language, theme, reports } = frame.dataset;
  const say = (type, more) => frame.contentWindow.postMessage({ kerege: 1, type, ...more }, origin);

  // The player starts some time after its page has loaded, so it is greeted until it answers.
  let greeting;
  const greet = () => {
    clearInterval(greeting);
    let left = 120;
    greeting = setInterval(() => {
      say("hello", { language, theme, reports: reports !== undefined });
      if ((left -= 1) === 0) clearInterval(greeting);
    }, 500);
  };
  frame.addEventListener("load", greet);
  greet();

  const look = () => {
    const box = frame.getBoundingClientRect();
    const top = Math.max(0, -box.top);
    const bottom = Math.min(box.height, innerHeight - box.top);
    say("viewport", { top, height: Math.max(0, bottom - top) });
  };
  let isDue = false;
  const lookSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { isDue = false; look(); });
  };

  const bring = (top) => {
    const place = frame.getBoundingClientRect().top + top;
    if (place < 0 || place > innerHeight) scrollBy({ top: place });
  };

  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || data?.kerege !== 1) return;
    switch (data.type) {
      case "ready":
        clearInterval(greeting);
        addEventListener("scroll", lookSoon, { passive: true });
        addEventListener("resize", lookSoon);
        look();
        break;
      case "height":
        frame.style.height = `${data.height}px`;
        lookSoon();
        break;
      case "position":
        bring(data.top);
        break;
      default:
        frame.dispatchEvent(new CustomEvent("kerege", { detail: data, bubbles: true }));
    }
  });
}

// Follows the author's saves: reloads the page in its place, or says what stands in the way.
const KEY = "kerege-preview";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function keepPlace() {
  sessionStorage.setItem(KEY, JSON.stringify({ hash: location.hash, y: scrollY }));
}

async function restorePlace() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (!kept || kept.hash !== location.hash) return;
  // The player fills the page after this script has begun.
  for (let tries = 0; tries < 40 && Math.abs(scrollY - kept.y) > 1; tries += 1) {
    scrollTo(0, kept.y);
    await pause(50);
  }
}

const panel = document.createElement("pre");
panel.setAttribute("role", "alert");
panel.id = "kerege-preview";
Object.assign(panel.style, {
  position: "fixed", inset: "auto 0 0 0", zIndex: 9999, margin: 0, padding: "1rem", maxHeight: "50vh", overflow: "auto",
  background: "#3b1212", color: "#fff", font: "15px/1.5 system-ui, sans-serif", whiteSpace: "pre-wrap",
});

function show(problem) {
  panel.textContent = problem || "";
  if (problem) document.body.append(panel);
  else panel.remove();
}

let seen = null;
async function follow() {
  for (;;) {
    try {
      const answer = await fetch(seen === null ? "/__preview" : `/__preview?seen=${seen}`);
      const news = await answer.json();
      if (seen !== null && seen !== news.version && !news.problem) {
        keepPlace();
        location.reload();
        return;
      }
      seen = news.version;
      show(news.problem);
    } catch {
      show("The preview has stopped. Start `kerege preview` again; this page will follow.");
      await pause(1000);
    }
  }
}

restorePlace();
follow();

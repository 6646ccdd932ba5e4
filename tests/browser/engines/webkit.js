// WebKitGTK, driven over WebDriver.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

export const name = "WebKitGTK";
export const binary = process.env.KEREGE_WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";

const BROWSER = process.env.KEREGE_WEBKIT ?? `/usr/lib/${{ x64: "x86_64", arm64: "aarch64" }[process.arch]}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function call(url, method, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** The driver answers only after a moment. */
async function session(address) {
  const wanted = { "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] } };
  for (let tries = 0; ; tries += 1) {
    try {
      return await call(`${address}/session`, "POST", { capabilities: { alwaysMatch: wanted } });
    } catch (problem) {
      if (tries === 100 || !/fetch failed/.test(String(problem))) throw problem;
      await pause(100);
    }
  }
}

/** Starts the browser; `find` and `run` take a function that is evaluated in the page. */
export async function start() {
  const port = await freePort();
  // A process group of its own, so that driver, browser and display end together.
  const driver = spawn("xvfb-run", ["-a", binary, `--port=${port}`, "--host=127.0.0.1"], {
    detached: true, stdio: "ignore", env: { ...process.env, ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" }) },
  });
  const end = () => process.kill(-driver.pid);
  try {
    const { sessionId } = await session(`http://127.0.0.1:${port}`);
    const at = `http://127.0.0.1:${port}/session/${sessionId}`;
    const run = (look, ...args) => call(`${at}/execute/sync`, "POST", { script: `return (${look}).apply(null, arguments)`, args });
    const of = (element) => `${at}/element/${element[ELEMENT]}`;
    return {
      open: (url) => call(`${at}/url`, "POST", { url }),
      reload: () => call(`${at}/refresh`, "POST", {}),
      run,
      find: run,
      click: (element) => call(`${of(element)}/click`, "POST", {}),
      type: (element, text) => call(`${of(element)}/value`, "POST", { text }),
      select: async (element, value) => call(`${of(await run((list, value) => [...list.options].find((one) => one.value === value), element, value))}/click`, "POST", {}),
      stop: async () => {
        await call(at, "DELETE").catch(() => {});
        end();
      },
    };
  } catch (problem) {
    end();
    throw problem;
  }
}

// The browser tests: Debian's Chromium against the built site, served by our own server under a sub-path.
import { defineConfig, devices } from "@playwright/test";

const PORT = Number(process.env.KEREGE_PORT ?? 4173);
// A site must work in any folder of a host.
const BASE = "/courses/";

const serve = process.env.KEREGE ?? "cargo run --quiet --package kerege-author --bin kerege --";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.js",
  outputDir: "test-results",
  timeout: 30_000,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}${BASE}`,
    launchOptions: {
      executablePath: process.env.KEREGE_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: `${serve} serve ../../dist --port ${PORT} --base ${BASE}`,
    url: `http://127.0.0.1:${PORT}${BASE}`,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});

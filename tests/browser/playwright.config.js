// The browser tests: Debian's Chromium against the built site. Journeys with their own site start a server themselves.
import { defineConfig, devices } from "@playwright/test";
import { DIST, KEREGE } from "./support/folders.js";

const PORT = Number(process.env.KEREGE_PORT ?? 4173);
// A site must work in any folder of a host.
const BASE = "/courses/";

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const phone = { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: "journeys",
  globalSetup: "./support/build.js",
  outputDir: "test-results",
  // Generous: a busy machine is slow, and nothing here is timed.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A browser that did not start in time is no fault of the player; a test that fails three times is.
  retries: process.env.CI ? 2 : 0,
  fullyParallel: true,
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
    actionTimeout: 15_000,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: desktop },
    { name: "phone", use: phone, grep: /@phone/ },
  ],
  webServer: {
    command: `${KEREGE.join(" ")} serve ${DIST} --port ${PORT} --base ${BASE}`,
    url: `http://127.0.0.1:${PORT}${BASE}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});

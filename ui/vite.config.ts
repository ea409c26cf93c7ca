import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { catalogue, writeArgs } from "./scripts/words.mjs";
import { onlySpokenLocales } from "./vite/locales.ts";

// Vitest's reporter counts on Node 22; this is all that Node 20 lacks.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** The system's Chromium: CHROMIUM, or the first of its usual names on the PATH; else playwright's own. */
function chromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** Keeps the typed blanks of the sentences in step with the catalogue. */
const words: Plugin = {
  name: "words",
  buildStart: writeArgs,
  configureServer(server) {
    server.watcher.add(catalogue);
    server.watcher.on("change", (path) => {
      if (!path.startsWith(catalogue)) return;
      try {
        writeArgs();
      } catch (thrown) {
        // Half-written at this moment: the next change makes it whole.
        server.config.logger.warn(String(thrown));
      }
    });
  },
};

const browser = chromium();

export default defineConfig({
  base: "./",
  plugins: [words, react(), onlySpokenLocales()],
  clearScreen: false,
  // All at once before the first page: found one by one they would reload a test that runs.
  optimizeDeps: {
    include: [
      "react",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
      "react-dom",
      "react-dom/client",
      "react-aria/filterDOMProps",
      "react-aria/mergeProps",
      "react-aria/useButton",
      "react-aria-components",
      "@internationalized/date",
      "@tanstack/history",
      "@tanstack/react-query",
      "@tanstack/react-router",
      "@tanstack/react-virtual",
      "@tauri-apps/api/core",
      "@tauri-apps/api/event",
      "@tauri-apps/api/window",
      "@tauri-apps/plugin-dialog",
      ...(process.env.VITEST ? ["axe-core", "vitest-browser-react"] : []),
    ],
  },
  server: { port: 5173, fs: { allow: [".."] } },
  build: {
    target: ["chrome120", "safari17"],
    cssTarget: ["chrome123", "safari17.5"],
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    // Two pages at a time: one draws while the other one's words travel.
    maxWorkers: 2,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1366, height: 768 },
      provider: playwright({
        launchOptions: {
          args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
          ...(browser === undefined ? {} : { executablePath: browser }),
        },
        contextOptions: { locale: "zh-CN", timezoneId: "America/New_York" },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});

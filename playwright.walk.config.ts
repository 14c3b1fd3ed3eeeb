import { defineConfig } from "@playwright/test";
import everyTime from "./playwright.config";

/** `npm run walk`: every repair in the browser, forth and back, which takes some minutes. */
export default defineConfig({
  ...everyTime,
  testMatch: "**/*.walk.ts",
  reporter: "list",
  outputDir: "test-results/walk",
});

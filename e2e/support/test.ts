import { test as base } from "@playwright/test";
import { environment } from "./environment";

export { expect } from "@playwright/test";

/** Playwright's test, at the product that global setup started. */
export const test = base.extend({
  baseURL: async ({ browserName: _ }, use) => use(environment.baseUrl.get()),
});

import { test as base } from "@playwright/test";
import { environment } from "./environment";
import { startProduct } from "./product";

export { expect } from "@playwright/test";

const startTimeoutMs = 120_000;

/** Playwright's test. Each worker has a product of its own, so that two work side by side and neither sees the other. */
export const test = base.extend<object, { product: null }>({
  product: [
    async ({ browserName: _ }, use) => {
      const product = await startProduct();
      environment.baseUrl.set(product.baseUrl);
      environment.engineUrl.set(product.engineUrl);
      environment.dataDir.set(product.dataDir);
      await use(null);
      await product.stop();
    },
    { scope: "worker", auto: true, timeout: startTimeoutMs },
  ],
  baseURL: async ({ product: _ }, use) => use(environment.baseUrl.get()),
});

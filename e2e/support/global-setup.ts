import { environment } from "./environment";
import { startProduct } from "./product";

/** Playwright calls it once before the specs; what it returns is called once after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const product = await startProduct();
  environment.baseUrl.set(product.baseUrl);
  environment.engineUrl.set(product.engineUrl);
  environment.dataDir.set(product.dataDir);
  return product.stop;
}

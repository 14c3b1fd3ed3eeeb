import { openLiteApp } from "./lite-app";

/** For whoever has just made or dropped a table, a column or a reference. A hosted project notices by itself. */
export async function refreshSchemaCache(): Promise<void> {
  await openLiteApp()?.refreshSchema();
}

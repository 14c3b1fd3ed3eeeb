export { createDemoDatabase, createEmptyDatabase, createTestDatabase, type TestDatabase } from "./database";

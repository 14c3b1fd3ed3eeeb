export { type ApiKeys, type Config, ConfigError, type Mode } from "./config";
export { connectionSentence } from "./connection-sentence";
export { checkDatabaseUrl } from "./database-url";
export { getConfig, setConfig } from "./get-config";
export { parseConfig } from "./parse-config";

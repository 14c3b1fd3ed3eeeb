export { toCount } from "./count";
export { createEngine, type Engine, type EngineOptions } from "./engine";
export {
  databaseSentence,
  isConnectionLost,
  isLockTimeout,
  isSerializationFailure,
  isStatementTimeout,
  isUniqueViolation,
  sqlState,
} from "./errors";
export { getEngine } from "./get-engine";
export { readAsText, type TextRows } from "./read-as-text";
export { columnList, columnSql, keyJson, rowImage, tableSql, textLiteral } from "./sql";
export { compileStatement, executeStatement, type Statement } from "./statement";
export { inTransaction, setForTransaction, settingsOf, type TransactionOptions } from "./transaction";

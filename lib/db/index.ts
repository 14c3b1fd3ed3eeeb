export { toCount } from "./count";
export { createEngine, type Engine } from "./engine";
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
export { readAsText } from "./read-as-text";
export { replaceInCode } from "./replace-in-code";
export { conditionName, serverWords } from "./server-words";
export { columnList, columnSql, keyJson, rowImage, tableSql, textLiteral } from "./sql";
export { compileStatement, executeStatement, type Statement } from "./statement";
export { inForeignRead, inTransaction, setForTransaction, settingsOf } from "./transaction";
export { writtenSqlSentence } from "./written-sql";

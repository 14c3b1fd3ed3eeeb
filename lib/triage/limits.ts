/** For decisions, which touch a row or two of Plumbline's own tables. */
export const brief = { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 };

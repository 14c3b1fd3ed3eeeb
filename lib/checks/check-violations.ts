import { brokenCheck } from "./broken-check";
import { checkAbsence, checkAt, declaredChecks } from "./check-constraint";
import { defineCheck } from "./define";
import { unreadable } from "./presence";
import { rowsThat, tableLabel } from "./wording";

/** Rows that break a CHECK constraint which nobody validated. */
export const checkViolations = defineCheck({
  code: "check_violations",
  kind: "constraint",
  form: "row",
  // The condition may ask for the time.
  volatile: true,
  severity: "error",
  title: "Rows against a CHECK",
  targets: declaredChecks,
  violates: (target, _scope, catalog) => brokenCheck(target, catalog),
  uncheckable: (target, catalog) => {
    const absent = checkAbsence(target, catalog);
    const check = checkAt(target, catalog);
    if (absent || check?.validated) return absent;
    const closed = unreadable(catalog, [[target.table, target.columns]]);
    if (closed || check?.expression) return closed;
    return `Somebody else had ${tableLabel(target.table)} locked, so what ${target.constraint} asks for could not be read.`;
  },
  proved: (target, catalog) => checkAt(target, catalog)?.validated === true,
  explain: ({ table, constraint }, count) =>
    count === 0
      ? `Every row of ${tableLabel(table)} satisfies the CHECK constraint ${constraint}.`
      : `${rowsThat(count, table, "breaks", "break")} the CHECK constraint ${constraint}.`,
  why: "The rule was written down, and these rows were there before it or came while nothing enforced it. Each of them fails at its next UPDATE, whatever is changed, and the constraint cannot be validated until they are mended.",
});

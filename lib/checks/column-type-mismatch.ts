import { columnLabel, verdictOn } from "./column";
import { defineCheck } from "./define";

/** A column whose type is not the promised one. */
export const columnTypeMismatch = defineCheck({
  code: "column_type_mismatch",
  kind: "column",
  form: "catalog",
  severity: "error",
  title: "Wrong column type",
  targets: () => [],
  evaluate: (target, catalog) => {
    if (target.type === undefined) return { status: "not_checked", reason: "No type is promised for this column." };
    return verdictOn(target, catalog, (column) => column.type === standardName(target.type ?? ""));
  },
  explain: (target, count) =>
    count === 0
      ? `${columnLabel(target)} is ${target.type}, as promised.`
      : `${columnLabel(target)} is not ${target.type}, as the application was promised.`,
  why: "Values that fit the promise and not the column are refused, or are changed on the way in: leading zeros and letters are lost, comparisons fail silently. The failure shows far from its cause.",
});

const aliases: Record<string, string> = {
  int2: "smallint",
  int: "integer",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  decimal: "numeric",
  varchar: "character varying",
  char: "character",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
  time: "time without time zone",
  timetz: "time with time zone",
};

/** The name that the catalogue prints for a type, its measure kept: `varchar(20)` is `character varying(20)`. */
function standardName(type: string): string {
  const [, name = "", rest = ""] = /^([^([]*)(.*)$/.exec(type.trim().toLowerCase()) ?? [];
  return `${aliases[name.trim()] ?? name.trim()}${rest}`;
}

// Types that PostgreSQL compares with one another, as an index or a foreign key would.
const families = [
  ["smallint", "integer", "bigint", "numeric", "real", "double precision"],
  ["text", "character varying", "character", "name", "citext"],
  ["date", "timestamp without time zone", "timestamp with time zone"],
  ["inet", "cidr"],
  ["bit", "bit varying"],
];

const withoutEquality = ["json", "xml", "point", "polygon"];

/** Can `=` be asked of a column of the one type and a column of the other. */
export function areComparable(left: string, right: string): boolean {
  const [one, other] = [plainType(left), plainType(right)];
  if (withoutEquality.includes(one)) return false;
  return one === other || families.some((names) => names.includes(one) && names.includes(other));
}

/** `character varying(20)` and `numeric(12,2)[]` without their measures; `public.citext` without its schema. */
export function plainType(type: string): string {
  return type
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/^[a-z_]+\.(citext)$/, "$1")
    .trim();
}

import { plainType } from "../comparable";
import type { Column } from "../types";

/** A domain is compared as what it is made of. */
export function typeOf({ type, domainOf }: Column): string {
  return plainType(domainOf ?? type);
}

const noKeys = ["boolean", "date", "real", "double precision", "interval", "money", "inet", "cidr"];

/** Could a key be of this column's type. */
export function isKeyType(column: Column): boolean {
  const type = typeOf(column);
  return !noKeys.includes(type) && !/^(time|json|xml|bit)|range$|\[\]$/.test(type);
}

const texts = ["text", "character varying", "character", "citext"];
const writtenAsText = ["uuid", "smallint", "integer", "bigint"];

/** The one is text and the other of a type that people also keep as text. */
export function mayBeText(one: Column, other: Column): boolean {
  const [left, right] = [typeOf(one), typeOf(other)];
  return (
    (texts.includes(left) && writtenAsText.includes(right)) || (texts.includes(right) && writtenAsText.includes(left))
  );
}

/** Small numbers are in every table; values of other types do not coincide by chance. */
export function isNumber(column: Column): boolean {
  return ["smallint", "integer", "bigint", "numeric"].includes(typeOf(column));
}

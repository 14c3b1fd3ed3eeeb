/** A `count(*)` as the driver gives it, as a number that holds it exactly. */
export function toCount(value: unknown): number {
  const number = typeof value === "number" ? value : Number(value);
  if (value === null || value === "" || !Number.isSafeInteger(number)) {
    throw new RangeError(`Not a count: ${String(value)}`);
  }
  return number;
}

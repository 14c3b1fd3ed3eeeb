/** What is wrong with a whole number that somebody typed, before the server says the same; undefined where nothing is. */
export function numberFault(text: string, { min, max }: { min: number; max: number }): string | undefined {
  const value = Number(text);
  const isFine = text.trim() !== "" && Number.isInteger(value) && value >= min && value <= max;
  return isFine ? undefined : `Give a whole number from ${min} to ${max.toLocaleString("en-US")}.`;
}

export const callsAMinute = { min: 1, max: 1_000_000 };

/** A value as the text that is copied, and shown where there is room for all of it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value, null, 2);
  return String(value);
}

const brands: Record<string, string> = { whatsapp: "WhatsApp" };

/** "logged_out" → "Logged out" */
export function humanise(word: string): string {
  const brand = brands[word];
  if (brand) return brand;
  const spaced = word.replaceAll("_", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

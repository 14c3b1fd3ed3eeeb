/** The value of a `datetime-local` control: the reader's own wall clock, to the minute. */
export function toLocalInput(date: Date | null): string {
  if (date === null) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Null for an emptied control, or what is no time. */
export function fromLocalInput(text: string): Date | null {
  const date = new Date(text);
  return text === "" || Number.isNaN(date.getTime()) ? null : date;
}

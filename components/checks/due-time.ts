/** Whether this browser knows a time zone of that name. */
export function isTimezone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** "Monday, 23 November 2026 at 02:30 GMT+5:30": the weekday is what people check a schedule by. */
export function dueTime(at: string, timezone: string): string {
  return new Date(at).toLocaleString("en-GB", {
    timeZone: timezone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
}

import { counted } from "@/lib/repairs/wording";

/** "14 seconds", "12 minutes", "3 hours". */
export function duration(seconds: number): string {
  if (seconds < 90) return counted(Math.round(seconds), "second");
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? counted(minutes, "minute") : counted(Math.round(minutes / 60), "hour");
}

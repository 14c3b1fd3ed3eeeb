import type { Kysely } from "kysely";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { dueTimes, type Timetable } from "@/lib/jobs/schedule-job";

export const ScheduleInput = z.object({
  /** Null: scans are started by people only. */
  cron: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text.replaceAll(/\s+/g, " "))
    .nullable(),
  timezone: z.string().trim().max(60).default("UTC"),
});

/** When it is due next. Throws a sentence where the time zone or the cron text cannot be understood. */
export function clearDueTimes(db: Kysely<unknown>, timetable: Timetable): Date[] {
  if (!isTimezone(timetable.timezone)) {
    throw new AppError("invalid", `There is no time zone "${timetable.timezone}". Write it like UTC or Asia/Kolkata.`);
  }
  // A sixth field would mean seconds, and nobody wants a scan every second.
  const due = timetable.cron.split(" ").length === 5 ? attemptDueTimes(db, timetable) : [];
  if (due.length > 0) return due;
  throw new AppError(
    "invalid",
    `"${timetable.cron}" is no schedule in cron syntax. Write five fields, minute, hour, day of the month, month and day of the week: "30 2 * * 1-5" is half past two from Monday to Friday.`,
  );
}

function attemptDueTimes(db: Kysely<unknown>, timetable: Timetable): Date[] {
  try {
    return dueTimes(db, timetable);
  } catch {
    return [];
  }
}

// `Intl.supportedValuesOf` lists one name of each zone only, and not every ICU the same one: Asia/Calcutta, Asia/Kolkata.
function isTimezone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

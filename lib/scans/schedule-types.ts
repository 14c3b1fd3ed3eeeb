export interface ScanSchedule {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: string;
  timezone: string;
  setBy: string;
  setAt: string;
  /** When the next scans are due. */
  next: string[];
}

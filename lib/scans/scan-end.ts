/** People asked the scan to stop. */
export class ScanCancelled extends Error {
  override name = "ScanCancelled";
}

/** Somebody took this scan for dead and ended it. */
export class ScanTakenOver extends Error {
  override name = "ScanTakenOver";
}

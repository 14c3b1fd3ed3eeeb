import type { Fault } from "../fault";
import { clockAhead, clockBack } from "./clock";
import { cutAfterCommit, cutBeforeCommit } from "./cut-commits";
import { killServer, killWorker } from "./kills";
import { noDisk } from "./no-disk";
import { pausedWorker } from "./paused";
import { twoStarts } from "./two-starts";
import { writer } from "./writer";

/** Made again and again, until there were as many strikes as were asked for. */
export const kills: Fault[] = [killWorker, killServer];

/** Made once for each repair. */
export const others: Fault[] = [
  pausedWorker,
  cutBeforeCommit,
  cutAfterCommit,
  twoStarts,
  noDisk,
  writer,
  clockAhead,
  clockBack,
];

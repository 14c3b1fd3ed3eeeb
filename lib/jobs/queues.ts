/** The schema of Plumbline's own jobs. Not `pgboss`, where an application of the same database may keep its own. */
export const jobsSchema = "plumbline_jobs";

/** Every kind of job, with what pg-boss must know of it. */
export const queues = {
  /** A run that waits for a worker: its row says all that there is to know. Where a job is lost it is sent again. */
  run: { policy: "standard", retryLimit: 0, expireInSeconds: 86_400, heartbeatSeconds: 60 },
  /** One scan, which has its row already. Never tried again: the next one is started by people or by the schedule. */
  scan: { policy: "standard", retryLimit: 0, expireInSeconds: 86_400, heartbeatSeconds: 60 },
  /** The schedule says that a scan is due. */
  "scheduled-scan": { policy: "standard", retryLimit: 0, expireInSeconds: 60 },
  /** The schedule says that the probes are due. */
  "scheduled-probes": { policy: "standard", retryLimit: 0, expireInSeconds: 3_600 },
} as const;

export type QueueName = keyof typeof queues;

/** How many jobs of a kind one process works on at once, where it is not one. */
export const concurrency: Partial<Record<QueueName, number>> = { run: 5 };

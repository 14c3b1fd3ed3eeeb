export interface Scan {
  id: string;
  status: "running" | "cancelling" | "cancelled" | "succeeded" | "failed";
  actor: string;
  tablesTotal: number;
  tablesDone: number;
  /** The tables under way, as text: "public.orders, public.leads". */
  currentTable: string | null;
  /** It waits for a worker, and none has been heard of for a while. */
  noWorker: boolean;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
}

export interface Scan {
  id: string;
  status: "running" | "succeeded" | "failed";
  actor: string;
  tablesTotal: number;
  tablesDone: number;
  currentTable: string | null;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
}

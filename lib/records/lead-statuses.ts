export const leadStatuses = ["new", "contacted", "qualified", "converted", "lost"] as const;

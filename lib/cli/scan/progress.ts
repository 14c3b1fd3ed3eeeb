import type { TableName } from "@/lib/catalog/types";
import { oneLine } from "../one-line";

export interface Progress {
  show(table: TableName, done: number, total: number): void;
  clear(): void;
}

/** One line that says where the scan is, for somebody who watches; nothing in a pipe. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const write = (text: string) => stream.write(`\r\u001B[2K${text}`);
  return {
    show: ({ schema, name }, done, total) => {
      const text = oneLine(`${done} of ${total} tables · ${schema}.${name}`);
      write(text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
    },
    clear: () => void write(""),
  };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import type { Front } from "./listen";

export interface ConsoleOptions {
  front: Front;
  root: string;
  isDevelopment: boolean;
}

export interface Console {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close(): Promise<void>;
}

/** The console: Next, in this process, behind our own server. */
export async function createNext({ front, root, isDevelopment }: ConsoleOptions): Promise<Console> {
  const app = next({
    dev: isDevelopment,
    dir: root,
    // Next calls every loopback address so; under another name a rewrite would look like one to another server.
    hostname: "localhost",
    port: front.port,
    httpServer: front.server,
  });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CommandError } from "@/lib/cli/sentence";
import type { Config } from "@/lib/config";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Front {
  server: Server;
  address: string;
  port: number;
  /** From here on requests are answered by the console. */
  handOver(handler: Handler): void;
  close(): Promise<void>;
}

/** Takes the port first, so that a port that is taken is said before anything is built, and nobody takes it meanwhile. */
export async function listen({ host, port, trustProxy }: Config): Promise<Front> {
  let handler: Handler = answerStarting;
  const server = createServer((request, response) => {
    if (!trustProxy) dropForwarded(request);
    handler(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  const actual = (server.address() as AddressInfo).port;
  return {
    server,
    port: actual,
    address: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    handOver: (next) => {
      handler = next;
    },
    close: () => close(server),
  };
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "1", refresh: "1" });
  response.end("<!doctype html><title>Plumbline</title><p>Plumbline is starting …</p>");
}

/** What a stranger writes into these headers decides neither their address nor whether cookies are secure. */
function dropForwarded(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new CommandError(
      `Port ${port} on ${host} is taken by another program: stop that one, or choose another port, like PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === "EACCES")
    return new CommandError(`Port ${port} is not permitted to you: choose one above 1023 in PORT.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new CommandError(`HOST=${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them.`);
  }
  return error;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Requests on their way get a moment, open streams do not keep us.
  const timer = setTimeout(() => server.closeAllConnections(), 3000);
  await closed;
  clearTimeout(timer);
}

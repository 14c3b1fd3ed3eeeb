import { once } from "node:events";
import net from "node:net";

/** Whether PostgreSQL still gets to know that it is to commit. */
export type Cut = "before" | "after";

export interface CuttingProxy {
  port: number;
  /** Breaks a worker's connection at the so-manieth COMMIT of a run's change from now; resolves once it has. */
  cutCommit(cut: Cut, commits: number): Promise<void>;
  /** Takes back what was asked for and has not happened. */
  spare(): void;
  close(): Promise<void>;
}

/** The message by which the driver commits. */
const commit = Buffer.from("Q\0\0\0\u000bcommit\0", "latin1");
/** Only transactions that book a batch or a step change anything of the customer's. */
const books = /plumbline\.run_(batches|steps)\b/;

/**
 * Stands between the workers and PostgreSQL: the address stays while the server behind it is killed and started again on
 * another port, and a connection can be broken in the middle of a COMMIT.
 */
export async function openProxy(upstreamPort: () => number): Promise<CuttingProxy> {
  let armed: { cut: Cut; commits: number; done: () => void } | null = null;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(upstreamPort(), "127.0.0.1");
    const both = [client, upstream];
    const end = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    let isWorker: boolean | null = null;
    let isBooking = false;
    let isDeaf = false;
    client.on("data", (chunk) => {
      isWorker ??= chunk.includes("application_name\0worker-");
      isBooking ||= books.test(chunk.toString("latin1"));
      if (chunk.equals(commit)) {
        const asked = isWorker && isBooking ? armed : null;
        isBooking = false;
        if (asked && --asked.commits <= 0) {
          armed = null;
          asked.done();
          if (asked.cut === "before") return end();
          isDeaf = true;
        }
      }
      upstream.write(chunk);
    });
    // PostgreSQL answers once it has committed; nobody hears it.
    upstream.on("data", (chunk) => (isDeaf ? end() : client.write(chunk)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    cutCommit: (cut, commits) =>
      new Promise((done) => {
        armed = { cut, commits, done };
      }),
    spare: () => {
      armed = null;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

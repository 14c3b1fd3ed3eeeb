import { isDecodable } from "./database-url";

/** Why DATABASE_URL cannot be used and what to do, in one sentence. Names the host, never the password. */
export function connectionSentence(error: unknown, databaseUrl: string): string {
  const { host, hostname, username, pathname } = new URL(databaseUrl);
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const sentences: Record<string, string> = {
    ENOTFOUND: `DATABASE_URL names the host ${hostname}, which does not exist: correct the name.`,
    EAI_AGAIN: `DATABASE_URL names the host ${hostname}, which cannot be looked up: check the network.`,
    ECONNREFUSED: `Nothing answers at ${host}: start that database, or correct DATABASE_URL.`,
    ECONNRESET: `${host} closed the connection: check in DATABASE_URL that it is a PostgreSQL and whether it wants sslmode=verify-full.`,
    EHOSTUNREACH: `${host} cannot be reached from here: check the network and the firewall.`,
    ETIMEDOUT: `${host} does not answer: check the network, the firewall and the security group.`,
    "28P01": `${host} refuses the password of ${username}: correct DATABASE_URL.`,
    "28000": `${host} refuses the user ${username}, who does not exist there or may not log in: correct DATABASE_URL.`,
    "3D000": `There is no database ${decoded(pathname.slice(1))} at ${host}: create it, or correct DATABASE_URL.`,
    "53300": `${host} accepts no more connections: free some, or raise its limit.`,
  };
  // The name of the file stands in every translation of the message.
  if (code === "28000" && /pg_hba/.test(message)) {
    return `${host} lets nobody in as ${username} from here this way: many servers want sslmode=verify-full in DATABASE_URL; otherwise allow it in the server's pg_hba.conf.`;
  }
  if (sentences[code]) return sentences[code];
  if (/timeout/i.test(message)) return sentences.ETIMEDOUT ?? "";
  if (/does not support SSL/i.test(message)) {
    return `${host} does not speak TLS: remove sslmode from DATABASE_URL, or set it to disable.`;
  }
  if (/certificate|self.signed/i.test(message)) {
    return `The certificate of ${host} is not trusted: give its authority in NODE_EXTRA_CA_CERTS, or as sslrootcert in DATABASE_URL.`;
  }
  return `DATABASE_URL cannot be used (${code || "the connection failed"} at ${host}): correct it.`;
}

function decoded(text: string): string {
  return isDecodable(text) ? decodeURIComponent(text) : text;
}

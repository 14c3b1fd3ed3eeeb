import { onConnection, serverUrl } from "./admin";

/** `server_version_num` of the tests' server: some promises are of newer versions only. */
export function serverVersion(): Promise<number> {
  return onConnection(serverUrl(), async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
    return Number(rows[0]?.server_version_num);
  });
}

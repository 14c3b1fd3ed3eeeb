/** One request of a caller. */
export interface Call {
  /** The operationId of the API's document. */
  operation: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export type Send = (call: Call) => Promise<Answer>;

/** What one customer does, from request to answer to the next request. */
export type Journey = Generator<Call, void, Answer>;

/** The started server, as a caller with an API key. */
export function callerOf(baseUrl: string, key: string): Send {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  };
}

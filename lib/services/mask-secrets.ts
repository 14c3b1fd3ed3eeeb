const secretName = /token|password|secret|authorization|api_?key|cookie/i;
const shownCharacters = 6;

/** A record as it may be written down: what is secret keeps its beginning, so that two of them can be told apart. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, secretName.test(name) ? maskAll(held) : maskSecrets(held)]),
  );
}

/** The same for what a database says about the record: PostgreSQL repeats the failing row in its answer. */
export function maskSecretsOf<Answer>(record: unknown, answer: Answer): Answer {
  const secrets = secretsIn(record).filter((secret) => secret.length > shownCharacters);
  const hide = (value: unknown): unknown => {
    if (typeof value === "string") return secrets.reduce(hideIn, value);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, hide(held)]));
  };
  return hide(maskSecrets(answer)) as Answer;
}

function maskAll(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === "boolean") return value;
  return typeof value === "string" ? maskText(value) : "…";
}

function maskText(text: string): string {
  return text.length > 2 * shownCharacters ? `${text.slice(0, shownCharacters)}…` : "…";
}

function secretsIn(value: unknown, isSecret = false): string[] {
  if (typeof value === "string") return isSecret ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => secretsIn(held, isSecret || secretName.test(name)));
}

/** PostgreSQL cuts long values off, so what begins like the secret goes up to its end. */
function hideIn(text: string, secret: string): string {
  const beginning = secret.slice(0, 2 * shownCharacters).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`${beginning}[^\\s,()"']*`, "g"), maskText(secret));
}

/** What is wrong with a reason that somebody typed, before the server says the same; undefined where nothing is. */
export function reasonFault(reason: string): string | undefined {
  return reason.replaceAll(/\s/g, "").length < 5 ? "Say why, in at least five characters." : undefined;
}

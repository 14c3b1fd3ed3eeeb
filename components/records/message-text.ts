/** The words of a message whose content is JSON, `{"type": "text", "text": "…"}`; other content as it is written. */
export function messageText(content: unknown): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  if (typeof content === "object" && "text" in content && typeof content.text === "string") return content.text;
  return JSON.stringify(content, null, 2);
}

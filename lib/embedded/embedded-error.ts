/** Something that stops the embedded database and that a person can put right: one sentence that says what to do. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}

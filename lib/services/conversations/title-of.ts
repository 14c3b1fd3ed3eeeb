const titleCharacters = 50;
/** A letter can carry any number of accents: a title stays one line of a sidebar all the same. */
const titleUnits = 1_000;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The first 50 characters, as a person counts them: neither an emoji nor a letter with its accents is cut in half. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  let title = "";
  let characters = 0;
  for (const { segment } of segmenter.segment(line)) {
    if (characters === titleCharacters || title.length + segment.length > titleUnits) return `${title.trimEnd()}…`;
    title += segment;
    characters += 1;
  }
  return title;
}

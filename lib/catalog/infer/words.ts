/** An identifier as the words it is made of, in lower case: "billingCustomerID" and "Billing Customer_ID" are the same three. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Are these the same words, but for one being singular and the other plural. */
export function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((word, at) => sameWord(word, right[at] ?? ""));
}

/** Are these one word, in whatever number. */
export function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  const forms = singulars(right);
  return singulars(left).some((form) => forms.includes(form));
}

const irregular: Record<string, string> = {
  people: "person",
  children: "child",
  men: "man",
  women: "woman",
  indices: "index",
  matrices: "matrix",
  vertices: "vertex",
  analyses: "analysis",
  criteria: "criterion",
};

/** Every form that the word may be the plural of, and the word itself: English does not say which. */
export function singulars(word: string): string[] {
  const forms = [word];
  if (Object.hasOwn(irregular, word)) forms.push(irregular[word] ?? word);
  if (!word.endsWith("s") || word.length < 3) return forms;
  if (!word.endsWith("ss")) forms.push(word.slice(0, -1));
  if (/(s|x|z|ch|sh|o)es$/.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("ves")) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  return forms;
}

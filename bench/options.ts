import { InvalidArgumentError, Option } from "commander";
import { units } from "./sizes";

export const sizeOption = () =>
  new Option("--size <size>", "how many rows").choices(Object.keys(units)).default("large");

/** For `--rounds` and its like. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It must be a whole number above zero.");
  return count;
}

/** To standard error, so that the report can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

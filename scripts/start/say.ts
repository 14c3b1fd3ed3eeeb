const startedAt = performance.now();

/** A line of progress, with the seconds since the start. */
export function say(line: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${line}\n`);
}

/** Lines that are the result and carry no time. */
export function print(lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

export function sayError(sentence: string): void {
  process.stderr.write(`\n${sentence}\n`);
}

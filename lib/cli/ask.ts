import { createInterface } from "node:readline/promises";
import { oneLine } from "./one-line";

/** One line typed on the terminal, without the space around it. */
export async function askLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(oneLine(question))).trim();
  } finally {
    lines.close();
  }
}

/** A question with the answer no unless somebody types yes. Asked on stderr, so that stdout holds the result only. */
export async function confirm(question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await askLine(`${question} [y/N] `));
}

/** A password typed on the terminal, which does not show it. Empty when there is none. */
export async function askPassword(question: string): Promise<string> {
  process.stderr.write(question);
  const { stdin } = process;
  stdin.setRawMode(true);
  try {
    return await readHidden(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    process.stderr.write("\n");
  }
}

function readHidden(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let typed = "";
    input.setEncoding("utf8");
    input.resume();
    input.on("data", function take(text: string) {
      for (const character of text) {
        if (character === "\u0003") process.kill(process.pid, "SIGINT");
        if (character === "\r" || character === "\n" || character === "\u0003" || character === "\u0004") {
          input.off("data", take);
          return resolve(typed);
        }
        typed = character === "\u007f" ? typed.slice(0, -1) : typed + character;
      }
    });
  });
}

/** The first line of what is piped in. */
export async function readPassword(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "";
}

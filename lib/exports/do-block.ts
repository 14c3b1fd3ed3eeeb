import { sql } from "kysely";
import { textLiteral } from "@/lib/db";
import { toText } from "./to-text";

const tries = 10;

export interface BlockBody {
  declarations?: string[];
  /** plpgsql, each statement ended. */
  statements: string[];
}

/**
 * One statement that is one transaction in psql and in `supabase db push` alike, with its lock timeout: a file of
 * several would be several transactions in the one and one in the other. Gives up a lock that it cannot have at once,
 * and tries again.
 */
export function doBlock({ declarations = [], statements }: BlockBody): string {
  const body = indented(statements.join("\n"), "      ");
  const text = `#variable_conflict use_column
${declarations.length > 0 ? `declare\n${declarations.map((line) => `  ${line};`).join("\n")}\n` : ""}begin
  set local lock_timeout = '1s';
  for attempt in 1..${tries} loop
    begin
${body}
      exit;
    exception when lock_not_available then
      if attempt = ${tries} then raise; end if;
      perform pg_sleep(attempt * 0.3);
    end;
  end loop;
end`;
  const quote = quoteFor(text);
  return `do ${quote}\n${text}\n${quote}`;
}

/** A plpgsql `raise exception` with that sentence, `%` and quotes taken as they are. */
export function raise(sentence: string): string {
  return `raise exception using message = ${toText(sql`${textLiteral(sentence)}`)};`;
}

/** Lines of a text that spans lines inside quotes stay as they are. */
function indented(text: string, margin: string): string {
  const spans = (text.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\w*\$[\s\S]*?\$\w*\$/g) ?? []).some((part) =>
    part.includes("\n"),
  );
  return spans ? text : text.replace(/^(?=.)/gm, margin);
}

function quoteFor(text: string): string {
  let quote = "$plumbline$";
  for (let n = 1; text.includes(quote); n += 1) quote = `$plumbline_${n}$`;
  return quote;
}

import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

export interface NamedSchemas {
  schema: JsonSchema;
  /** What the schema refers to, by its name in the document. */
  schemas: Record<string, JsonSchema>;
}

/** A schema as it stands in the document: what a caller sends (`input`), or what they get. `name` sets its own parts apart. */
export function schemaOf(type: z.ZodType, io: "input" | "output", name: string): NamedSchemas {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(type, { target: "draft-2020-12", io }) as JsonSchema;
  const own = (part: string) => `${name}${part.replace(/^_+/, "_")}`;
  const moved = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replaceAll(/"#\/\$defs\/([^"]+)"/g, (_, part) => `"#/components/schemas/${own(part)}"`),
    );
  const parts = Object.entries($defs as Record<string, JsonSchema>);
  return { schema: moved(schema), schemas: Object.fromEntries(parts.map(([part, def]) => [own(part), moved(def)])) };
}

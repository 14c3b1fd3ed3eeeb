import { z } from "zod";
import { exportPaths } from "./export-paths";
import { oneScript } from "./one-script";
import { tar } from "./tar";
import type { SqlExport } from "./types";

const Form = z.enum(["json", "tar", "sql", "undo"], "as is one of json, tar, sql and undo.").default("json");

/** An export in the form that `?as=` asks for: as data, or as a file to keep. */
export function exportAnswer(request: Request, exported: SqlExport): SqlExport | Response {
  const form = Form.parse(new URL(request.url).searchParams.get("as") ?? undefined);
  switch (form) {
    case "json":
      return exported;
    case "tar":
      return file(tar(exportPaths(exported), new Date()), "application/x-tar", `${exported.name}.tar`);
    case "sql":
      return file(oneScript(exported.migrations), "application/sql; charset=utf-8", `${exported.name}.sql`);
    case "undo":
      return file(oneScript(exported.undo), "application/sql; charset=utf-8", `${exported.name}_undo.sql`);
  }
}

function file(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

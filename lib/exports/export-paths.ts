import type { TarFile } from "./tar";
import type { SqlExport } from "./types";

/** The files below a project's directory. The undo stays out of the migrations, where it would be pushed with them. */
export function exportPaths({ migrations, undo }: SqlExport): TarFile[] {
  return [
    ...migrations.map(({ name, sql }) => ({ name: `supabase/migrations/${name}`, text: sql })),
    ...undo.map(({ name, sql }) => ({ name: `supabase/undo/${name}`, text: sql })),
  ];
}

"use client";

import type { ReactElement } from "react";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";

const forms = [
  { as: "tar", label: "Supabase migrations with their undo (.tar)" },
  { as: "sql", label: "One script for psql (.sql)" },
  { as: "undo", label: "The undo as one script (.sql)" },
];

/** Opens at once: it is loaded when its button is pressed. */
export function ExportForms({ trigger, onChoose }: { trigger: ReactElement; onChoose: (as: string) => void }) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        {forms.map(({ as, label }) => (
          <MenuItem key={as} onClick={() => onChoose(as)}>
            {label}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

"use client";

import type { ReactElement } from "react";
import { Menu, MenuCheckboxItem, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";

interface ColumnsMenuProps {
  trigger: ReactElement;
  columns: { key: string; label: string }[];
  visibility: Record<string, boolean>;
  onToggle: (key: string, visible: boolean) => void;
  /** Absent while the usual columns are shown. */
  onReset?: () => void;
}

/** Opens at once: it is loaded when its button is pressed. */
export function ColumnsMenu({ trigger, columns, visibility, onToggle, onReset }: ColumnsMenuProps) {
  const shown = columns.filter(({ key }) => visibility[key] !== false);
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent>
        {columns.map(({ key, label }) => {
          const visible = visibility[key] !== false;
          return (
            <MenuCheckboxItem
              key={key}
              checked={visible}
              disabled={visible && shown.length === 1}
              onCheckedChange={(checked) => onToggle(key, checked)}
            >
              {label}
            </MenuCheckboxItem>
          );
        })}
        {onReset && (
          <>
            <MenuSeparator />
            <MenuItem onClick={onReset}>Show the usual columns</MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}

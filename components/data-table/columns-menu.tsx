"use client";

import { Columns3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckboxItem, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";

interface ColumnsMenuProps {
  columns: { key: string; label: string }[];
  visibility: Record<string, boolean>;
  onToggle: (key: string, visible: boolean) => void;
  /** Absent while the usual columns are shown. */
  onReset?: () => void;
}

export function ColumnsMenu({ columns, visibility, onToggle, onReset }: ColumnsMenuProps) {
  const shown = columns.filter(({ key }) => visibility[key] !== false);
  return (
    <Menu>
      <MenuTrigger render={<Button aria-label="Columns" />}>
        <Columns3 aria-hidden />
        <span className="max-sm:sr-only">Columns</span>
      </MenuTrigger>
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

/** Surface and motion of everything that opens above the page. */
export const popupClass =
  "origin-(--transform-origin) rounded-md border bg-popover text-foreground text-sm shadow-lg outline-hidden transition-[scale,opacity] duration-100 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const optionClass =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 outline-hidden data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";

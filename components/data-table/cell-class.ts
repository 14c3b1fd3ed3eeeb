export const cellClass = "whitespace-nowrap border-b px-3 focus-visible:-outline-offset-2";

/** The first column stays while the others scroll under it. */
export const stickyClass = "sticky left-0 border-r pl-4 md:pl-6";

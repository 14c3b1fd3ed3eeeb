/** Where a writer keeps what it did to a site's rows, in the transaction that did it. */
export const writtenTable = "written_by_others";

/** Menus and lists open inside the main landmark, so that assistive technology never finds them outside every landmark. */
export function portalHome(): HTMLElement | undefined {
  return typeof document === "undefined" ? undefined : (document.getElementById("content") ?? undefined);
}

/**
 * Menus open inside the main landmark, so that assistive technology never finds them outside every landmark; but in a
 * dialog they stay with it, which hides everything else.
 */
export function portalHome(): HTMLElement | undefined {
  if (typeof document === "undefined" || document.querySelector("[role=dialog], [role=alertdialog]")) return undefined;
  return document.getElementById("content") ?? undefined;
}

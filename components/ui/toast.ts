/** A passing remark. The library that shows it comes with the first one. */
export async function toast(message: string) {
  const { toast: show } = await import("sonner");
  show(message);
}

export async function toastError(message: string) {
  const { toast: show } = await import("sonner");
  show.error(message);
}

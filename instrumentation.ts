/** Next calls it once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.PLUMBLINE_ENGINE_URL) return;
  const { workInBackground } = await import("@/lib/setup/background");
  void workInBackground();
}

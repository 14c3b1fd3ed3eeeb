/** Of each version that is supported, the newest that npm offers; that of 18 is the one that Plumbline brings. */
export const postgresReleases: Record<string, string> = {
  14: "14.23.0-beta.17",
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
};

/** Ends with one sentence on a Node.js that is too old. Written so that the old ones understand it. */
export function requireNode(exitCode = 1) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return;
  console.error(
    `Plumbline needs Node.js 22.12 or newer and this is ${process.version}: run "npm ci", then "npm start", which uses the Node.js that comes with it.`,
  );
  process.exit(exitCode);
}

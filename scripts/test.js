// Plain JavaScript, so that it can say what is wrong on a Node that is too old for the rest.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`The tests need Node 22.12 or newer and this is ${process.version}: run them with \`npm test\`.`);
  process.exit(1);
}

const { register } = await import("tsx/esm/api");
register();
const { runTests } = await import("./test/run-tests.ts");
process.exitCode = await runTests(process.argv.slice(2));

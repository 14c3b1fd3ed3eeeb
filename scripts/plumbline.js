#!/usr/bin/env node
import { requireNode } from "./node-version.js";

// To whoever asks for a scan, 1 means that something was found.
requireNode(2);
// npm itself steps into the project; it says where it was called.
const directory = process.env.INIT_CWD ?? process.cwd();
process.chdir(new URL("..", import.meta.url).pathname);
process.env.DO_NOT_TRACK = "1";

const { register } = await import("tsx/esm/api");
register();
const { runCommand } = await import("../lib/cli/main.ts");
await runCommand(process.argv, directory);

export { expectNoAxeViolations } from "./axe";
export { withEngine } from "./engine";
export { loadDemo, resetDemo } from "./reset-demo";
export { signInAs } from "./sign-in";
export { expect, test } from "./test";
export { untilScanned } from "./until-scanned";

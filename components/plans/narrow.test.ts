import { expect, test } from "vitest";
import { without } from "./narrow";

const [one, two, three] = [{ id: "1" }, { id: "2" }, { id: "3" }];

test("taking rows out of a whole preview names them", () => {
  expect(without(null, [one, two])).toEqual({ except: [one, two] });
});

test("taking rows out twice adds up, each once", () => {
  expect(without({ except: [one, two] }, [two, three])).toEqual({ except: [one, two, three] });
});

test("taking rows out of chosen ones leaves the others, whatever the order of a key's columns", () => {
  expect(without({ only: [one, two] }, [two])).toEqual({ only: [one] });
  expect(without({ only: [{ a: "1", b: "2" }, one] }, [{ b: "2", a: "1" }])).toEqual({ only: [one] });
});

test("nothing is left when all are taken out", () => {
  expect(without({ only: [one] }, [one])).toBeNull();
});

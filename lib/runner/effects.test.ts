import { expect, test } from "vitest";
import type { Table } from "@/lib/catalog/types";
import { firingTriggers } from "./effects";

const trigger = (name: string, definition: string, enabled = true) => ({ name, definition, enabled });

test("finds the triggers that a change fires, and no other", () => {
  const triggers = [
    trigger("removed", 'CREATE TRIGGER removed AFTER DELETE ON public."UPDATE" FOR EACH ROW EXECUTE FUNCTION f()'),
    trigger(
      "touched",
      "CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION f()",
    ),
    trigger("named", 'CREATE TRIGGER "DELETE ON" AFTER TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION f()'),
    trigger("off", "CREATE TRIGGER off BEFORE DELETE ON public.t FOR EACH ROW EXECUTE FUNCTION f()", false),
  ];
  const table = { schema: "public", name: "t", triggers } as Table;
  expect(firingTriggers(table, "delete")).toEqual(["removed"]);
  expect(firingTriggers(table, "update")).toEqual(["touched"]);
  expect(firingTriggers(table, "insert")).toEqual(["touched"]);
});

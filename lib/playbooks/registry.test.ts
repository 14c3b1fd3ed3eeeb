import { describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";
import { probeCodes } from "@/lib/probes/codes";
import { repairCodes } from "@/lib/repairs/codes";
import { repairOf } from "@/lib/repairs/registry";
import { playbooks } from "./registry";

const unique = (values: string[]) => expect(new Set(values).size).toBe(values.length);

describe("playbooks", () => {
  it("have slugs of their own", () => unique(playbooks.map(({ slug }) => slug)));

  describe.each(playbooks)("$slug", (playbook) => {
    it("names only checks and repairs that exist", () => {
      for (const { check } of playbook.expects) expect(checkCodes).toContain(check);
      for (const step of playbook.steps) {
        expect(checkCodes).toContain(step.check);
        for (const repair of step.repairs) expect(repairCodes).toContain(repair);
      }
    });

    it("offers with every step repairs that mend what it finds", () => {
      for (const step of playbook.steps) {
        for (const repair of step.repairs) expect(repairOf(repair).mends).toContain(step.check);
      }
    });

    it("mends with every step one of the things that it expects", () => {
      for (const { check, target } of playbook.steps) expect(playbook.expects).toContainEqual({ check, target });
    });

    it("has a step for everything that it expects", () => {
      const mended = playbook.steps.map(({ check, target }) => ({ check, target }));
      for (const expectation of playbook.expects) expect(mended).toContainEqual(expectation);
    });

    it("lists every table that its targets name", () => {
      for (const { target } of playbook.expects) {
        expect(playbook.tables).toContainEqual(target.table);
        if ("parent" in target) expect(playbook.tables).toContainEqual(target.parent);
      }
    });

    it("gives its steps and verifications ids of their own", () => {
      unique(playbook.steps.map(({ id }) => id));
      unique(playbook.verifications.map(({ id }) => id));
    });

    it("has probes, which decide over steps that it has", () => {
      expect(playbook.probes).not.toEqual([]);
      for (const { code, decides } of playbook.probes) {
        expect(probeCodes).toContain(code);
        for (const id of decides) expect(playbook.steps.map((step) => step.id)).toContain(id);
      }
    });

    it("verifies with single statements that only read", () => {
      for (const { sql } of playbook.verifications) {
        expect(sql).toMatch(/^SELECT\s/);
        expect(sql.trimEnd().slice(0, -1)).not.toContain(";");
      }
    });
  });
});

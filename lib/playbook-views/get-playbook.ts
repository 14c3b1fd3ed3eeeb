import { type Context, requireRole } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { offerRepairs } from "@/lib/plans/offer-repairs";
import type { PlaybookStep } from "@/lib/playbooks/define";
import type { PlaybookStepView, PlaybookView } from "@/lib/playbooks/types";
import { readPlaybooks } from "./list-playbooks";
import { requirePlaybook } from "./require-playbook";

/** One incident: its steps as measured last, and why a repair of a step that is to do is refused at this moment. */
export async function getPlaybook(ctx: Context, slug: unknown): Promise<PlaybookView> {
  requireRole(ctx, "viewer");
  const playbook = requirePlaybook(slug);
  const [view] = await readPlaybooks(ctx.engine, [playbook]);
  if (!view) throw new AppError("not_found", "There is no such playbook.");
  const steps = await Promise.all(
    view.steps.map(async (step, at) => {
      const documented = playbook.steps[at];
      return documented && isOpen(step) ? withOffers(ctx, step, documented) : step;
    }),
  );
  return { ...view, steps };
}

// Before the first scan there is nothing to repair.
function isOpen({ state, finding }: PlaybookStepView): boolean {
  return state === "to_do" || (state === "not_checked" && finding !== null);
}

/** What the repairs themselves say: offered, refused, or waiting for another step, which then is still to do. */
async function withOffers(
  ctx: Context,
  step: PlaybookStepView,
  { check, target }: PlaybookStep,
): Promise<PlaybookStepView> {
  const offers = await offerRepairs(ctx, { check, target });
  const repairs = step.repairs.flatMap((repair) => {
    const offer = offers.find((one) => one.repair === repair.repair);
    return offer ? { ...repair, title: offer.title, refusal: offer.refusal?.reason ?? null } : [];
  });
  const waits = offers.some((offer) => offer.refusal?.first);
  return { ...step, state: waits ? "to_do" : step.state, repairs };
}

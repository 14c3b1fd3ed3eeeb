import { handleRoute } from "@/lib/auth/request-route";
import { listRunChoices } from "@/lib/runs/list-run-choices";

export const GET = handleRoute((ctx) => listRunChoices(ctx));

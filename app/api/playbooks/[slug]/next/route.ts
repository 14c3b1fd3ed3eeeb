import { handleRoute } from "@/lib/auth/request-route";
import { getNextStep } from "@/lib/playbook-views/get-next-step";

export const GET = handleRoute<{ slug: string }>((ctx, _request, { slug }) => getNextStep(ctx, slug));

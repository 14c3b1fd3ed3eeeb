import { handleRoute } from "@/lib/auth/request";
import { getPlaybook } from "@/lib/playbook-views/get-playbook";

export const GET = handleRoute<{ slug: string }>((ctx, _request, { slug }) => getPlaybook(ctx, slug));

import { handleRoute } from "@/lib/auth/request";
import { verifyPlaybook } from "@/lib/playbook-views/verify-playbook";

export const GET = handleRoute<{ slug: string }>((ctx, _request, { slug }) => verifyPlaybook(ctx, slug));

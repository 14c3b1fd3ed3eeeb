import { handleRoute } from "@/lib/auth/request";
import { listPlaybooks } from "@/lib/playbook-views/list-playbooks";

export const GET = handleRoute((ctx) => listPlaybooks(ctx));

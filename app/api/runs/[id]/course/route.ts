import { handleRoute } from "@/lib/auth/request-route";
import { getRunCourse } from "@/lib/runs/get-run-course";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getRunCourse(ctx, id));

import { handleRoute } from "@/lib/auth/request-route";
import { getRunImages } from "@/lib/quarantine/get-run-images";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getRunImages(ctx, id));

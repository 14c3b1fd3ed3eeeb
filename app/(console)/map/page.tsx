import type { Metadata } from "next";
import { MapScreen } from "@/components/map/map-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Map" };

export default async function MapPage() {
  await requireOperator();
  return <MapScreen />;
}

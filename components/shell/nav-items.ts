import {
  Archive,
  BookOpen,
  CircleAlert,
  Contact,
  FlaskConical,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  MonitorSmartphone,
  Play,
  ScrollText,
  ShoppingBag,
  Waypoints,
  Workflow,
} from "lucide-react";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
}

export const navGroups: { label: string; items: NavItem[] }[] = [
  { label: "Health", items: [{ href: "/", label: "Overview", icon: LayoutDashboard }] },
  {
    label: "Records",
    items: [
      { href: "/sessions", label: "Sessions", icon: MonitorSmartphone },
      { href: "/leads", label: "Leads", icon: Contact },
      { href: "/purchases", label: "Purchases", icon: ShoppingBag },
      { href: "/conversations", label: "Conversations", icon: MessagesSquare },
    ],
  },
  {
    label: "Integrity",
    items: [
      { href: "/findings", label: "Findings", icon: CircleAlert },
      { href: "/map", label: "Map", icon: Workflow },
      { href: "/references", label: "References", icon: Waypoints },
      { href: "/checks", label: "Checks", icon: ListChecks },
      { href: "/playbooks", label: "Playbooks", icon: BookOpen },
      { href: "/probes", label: "Probes", icon: FlaskConical },
      { href: "/runs", label: "Runs", icon: Play },
      { href: "/quarantine", label: "Quarantine", icon: Archive },
      { href: "/audit", label: "Audit", icon: ScrollText },
    ],
  },
  { label: "Settings", items: [{ href: "/settings/api-keys", label: "API keys", icon: KeyRound }] },
];

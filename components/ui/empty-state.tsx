import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  /** Why it is empty, or what would fill it. */
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon = Inbox, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center justify-center gap-1.5 px-6 py-12 text-center", className)}>
      <Icon aria-hidden className="mb-1 size-6 text-muted-foreground" />
      <p className="font-medium text-base">{title}</p>
      {description && <div className="max-w-md text-muted-foreground">{description}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  );
}

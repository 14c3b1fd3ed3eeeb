import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { toneText } from "./tone";

const looks = {
  info: { icon: Info, ground: "bg-info-soft" },
  success: { icon: CircleCheck, ground: "bg-success-soft" },
  warning: { icon: TriangleAlert, ground: "bg-warning-soft" },
  danger: { icon: CircleAlert, ground: "bg-danger-soft" },
} as const;

interface NoticeProps {
  tone?: keyof typeof looks;
  title?: string;
  children?: ReactNode;
  className?: string;
}

/** A remark set into the page, above what it is about. */
export function Notice({ tone = "info", title, children, className }: NoticeProps) {
  const { icon: Icon, ground } = looks[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "note"}
      className={cn("flex gap-2.5 rounded-md px-3 py-2.5", ground, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", toneText[tone])} />
      <div className="flex min-w-0 flex-col gap-0.5">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}

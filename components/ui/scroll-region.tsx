"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "./cn";

/** A box that scrolls sideways; when it does, the keyboard can reach and name it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      setScrolls(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
    });
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  const reachable = scrolls ? { role: "region", "aria-label": label, tabIndex: 0 } : {};
  return (
    <div
      ref={ref}
      {...reachable}
      className={cn("relative w-full overflow-auto focus-visible:-outline-offset-2", className)}
    >
      {children}
    </div>
  );
}

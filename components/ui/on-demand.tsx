"use client";

import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";
import type { ButtonProps } from "./button";

interface OnDemandProps {
  /** The button as it also stands in the popup's own code. */
  trigger: ReactElement<ButtonProps>;
  load: () => Promise<unknown>;
  /** The popup, open from the beginning. */
  children: ReactNode;
}

/** A button whose popup's code comes when somebody reaches for it, and not with the page. */
export function OnDemand({ trigger, load, children }: OnDemandProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <Suspense fallback={trigger}>{children}</Suspense>;
  return cloneElement(trigger, {
    onClick: () => setWanted(true),
    onPointerEnter: () => load(),
    onFocus: () => load(),
    "aria-haspopup": true,
    "aria-expanded": false,
  });
}

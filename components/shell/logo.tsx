import Link from "next/link";

/** The mark and the name; leads home. */
export function Logo() {
  return (
    <Link href="/" className="flex items-center gap-2 rounded-md font-semibold text-base tracking-tight">
      <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className="size-6">
        <rect width="32" height="32" rx="7" className="fill-primary" />
        <path d="M16 4v13" strokeWidth="2" strokeLinecap="round" className="stroke-primary-foreground" />
        <path d="M11.5 16h9L19 22l-3 6-3-6z" className="fill-primary-foreground" />
      </svg>
      Plumbline
    </Link>
  );
}

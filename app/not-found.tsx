import Link from "next/link";
import { buttonVariants } from "@/components/ui/button-variants";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-xl">Page not found</h1>
      <p className="max-w-sm text-muted-foreground">
        The address names nothing here. It may have been mistyped or moved.
      </p>
      <Link href="/" className={buttonVariants({ variant: "outline" })}>
        Go to the overview
      </Link>
    </main>
  );
}

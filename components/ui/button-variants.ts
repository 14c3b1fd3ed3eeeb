import { cva, type VariantProps } from "class-variance-authority";

/** Apart from Button so that a server component can dress a link with it. */
export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:opacity-50 data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-primary text-primary-foreground hover:bg-primary/90",
        outline: "border-input bg-card text-foreground hover:bg-hover data-popup-open:bg-hover",
        ghost: "border-transparent text-foreground hover:bg-hover data-popup-open:bg-hover",
        danger: "border-transparent bg-danger-solid text-danger-solid-foreground hover:bg-danger-solid/90",
        link: "h-auto border-transparent rounded-sm px-0 text-primary underline-offset-4 hover:underline",
      },
      size: {
        md: "h-8 px-3",
        sm: "h-7 px-2 text-xs",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0" }],
    defaultVariants: { variant: "outline", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;

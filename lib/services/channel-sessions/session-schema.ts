import { z } from "zod";
import { Phone } from "../phone-schema";
import { ChannelName } from "./channels";

export const SessionParams = z.object({
  channel: ChannelName,
  session: z.guid().meta({ description: "The id of the session." }),
});

const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ message: "Write the email as name@example.com" }));

/** What a customer has said of themselves by now: the name first, as a rule, then an email or a phone. */
export const ProfileInput = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    email: address.optional(),
    phone: Phone.optional(),
  })
  .refine((profile) => Object.values(profile).some((value) => value !== undefined), {
    message: "Give a name, an email or a phone",
  });

export const ChannelSession = z.object({
  id: z.guid(),
  lead_id: z.string().nullable(),
  customer_name: z.string().nullable(),
  customer_email: z.string().nullable(),
  customer_phone: z.string().nullable(),
  status: z.string(),
  created_at: z.string(),
});

export const leadOutcomes = ["waiting", "linked", "created", "conflict"] as const;

export const LinkedSession = z.object({
  session: ChannelSession,
  lead: z.enum(leadOutcomes).meta({
    description:
      "waiting: neither an email nor a phone is known. linked: the session names the lead with these. created: there was none, so one was made. conflict: a lead has the one and not the other, or several have them; nothing is linked until a person decides.",
  }),
});
export type LinkedSession = z.infer<typeof LinkedSession>;

export const CreatedSession = z.object({ session: ChannelSession });

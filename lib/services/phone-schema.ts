import { z } from "zod";
import { AppError } from "@/lib/errors";

/** What people type who have no number: all of them would become one person. */
const isOneDigit = (text: string) => /^(?:(?:00)?91(?=\d{10}$)|0)?(\d)\1*$/.test(text.replace(/\D/g, ""));

/** Whether it is a number is the database's to say, which compares it with the others. */
export const Phone = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((text) => !isOneDigit(text), { message: "This is one digit over and over: leave the phone out instead" })
  .meta({ description: "As the customer writes it; kept as +919876543210. Indian where it names no country." });

export function notAPhone(): AppError {
  return new AppError("invalid", "phone: Write a phone number with seven to fifteen digits, like +919876543210.");
}

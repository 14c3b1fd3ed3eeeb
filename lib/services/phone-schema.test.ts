import { expect, test } from "vitest";
import { Phone } from "./phone-schema";

test.each(["9999999999", "0000000", "+91 99999 99999", "0091-9999999999", "09999999999", "+910000000000"])(
  "%s is what people type who have no number",
  (phone) => {
    expect(Phone.safeParse(phone).success).toBe(false);
  },
);

test.each(["+919876543210", "+91 98888 88888", "9111111111", "+1 999 555 0123"])("%s is a number", (phone) => {
  expect(Phone.safeParse(phone).success).toBe(true);
});

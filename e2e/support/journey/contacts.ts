/** What a customer can be recognised by: the email trimmed and in lower case, the phone in E.164 of India. */
export function contactsOf(email: string | null | undefined, phone: string | null | undefined): string[] {
  return [email?.trim().toLowerCase(), phone ? e164(phone) : undefined].filter((contact) => contact !== undefined);
}

function e164(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (phone.trim().startsWith("+")) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  return `+91${digits.replace(/^0/, "")}`;
}

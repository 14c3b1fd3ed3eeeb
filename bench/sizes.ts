/** A hundredth of all rows: 3 parts are profiles, 3 leads, 9 web sessions, 5 conversations, 50 messages, 10 sessions, 20 orders. */
export const units = { small: 1_000, medium: 10_000, large: 100_000 };

export type Size = keyof typeof units;

// Loaded before everything else in a worker whose clock is to be wrong.
const RightDate = Date;
const shiftMs = Number(process.env.CLOCK_SHIFT_DAYS) * 86_400_000;

globalThis.Date = class ShiftedDate extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RightDate.now() + shiftMs] : given));
  }

  static now() {
    return RightDate.now() + shiftMs;
  }
};

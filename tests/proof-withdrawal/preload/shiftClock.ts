const True = Date;
let offMs = 0;

/** The time of day, so many milliseconds off. The monotonic clock and timers are not touched, as when a machine's clock is set wrong. */
class Shifted extends True {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(True.now() + offMs);
    else super(...given);
  }

  static override now(): number {
    return True.now() + offMs;
  }
}

globalThis.Date = new Proxy(Shifted, { construct: (target, given, self) => (given.length < 2 ? Reflect.construct(target, given, self) : Reflect.construct(True, given, self)) as object }) as DateConstructor;

/** Sets this process's time of day off by so much, from now on. */
export function shiftClock(byMs: number): void {
  offMs = byMs;
}

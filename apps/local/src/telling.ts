/** A number as it is read here: 12,345. */
export const figure = (number: number): string => Math.round(number).toLocaleString('en-GB');

/** Tells how far something is, at most once a second. */
export function everySecond<So>(tell: (so: So) => void, now: () => number = () => performance.now()): (so: So) => void {
  let told = now();
  return (so) => {
    if (now() - told < 1_000) return;
    told = now();
    tell(so);
  };
}

/** Does one step of opening the house, and may tell somebody of it. */
export type Step = <Result>(what: string, act: () => Promise<Result>) => Promise<Result>;

/** Tells nobody. */
export const silently: Step = (_, act) => act();

/** Writes each step when it begins and, at the end of its line, how long it took. */
export const telling = (write: (text: string) => void, now: () => number): Step => async (what, act) => {
  const begun = now();
  write(`  ${what.padEnd(44)}`);
  try {
    const result = await act();
    write(` ${((now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    write(' did not work\n');
    throw error;
  }
};

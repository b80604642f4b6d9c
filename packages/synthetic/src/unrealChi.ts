const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const SERIALS = 1000;

/**
 * A number of a CHI number's form that nobody can have: the day of birth (YYYY-MM-DD) as DDMMYY, then the first three
 * digits at or after `from` (a whole number from 0) for which no check digit exists; the last digit is always 0.
 */
export function unrealChi(born: string, from: number): string {
  const [year, month, day] = born.split('-');
  for (let serial = from % SERIALS; ; serial = (serial + 1) % SERIALS) {
    const stem = `${day}${month}${year?.slice(2)}${String(serial).padStart(3, '0')}`;
    // What the sum lacks to a multiple of eleven would be ten, and one digit cannot say that.
    if (WEIGHTS.reduce((all, weight, place) => all + weight * Number(stem[place]), 0) % 11 === 1) return `${stem}0`;
  }
}

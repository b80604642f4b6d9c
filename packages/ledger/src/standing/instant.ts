/** SQL that reads a moment in milliseconds, to the microsecond: exact in a double, and the same number for the same moment wherever it is read. */
export const instant = (moment: string): string => `round(date_part('epoch', ${moment}) * 1000000) / 1000`;

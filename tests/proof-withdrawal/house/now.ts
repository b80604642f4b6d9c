/**
 * Milliseconds of the machine's monotonic clock (CLOCK_MONOTONIC), which all processes of one machine share: a moment in a
 * gateway's process and one in the proof's own can be compared. It is not touched by whoever sets the time of day.
 */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

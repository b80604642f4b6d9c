/**
 * The one Unique Property Reference Number that no property has: they are counted from 1, and leading zeros say nothing.
 * Every home of an unreal person that has a number has this one.
 */
export const UNREAL_UPRN = '000000000000';

/** The words of a name in camelCase or CONSTANT_CASE, in lower case: "orderByDate" is order, by, date. */
export const wordsOf = (name: string): string[] =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase().split('_').filter((word) => word !== '');

/** One spelling for all cases: "WORK_LIMITS" and "workLimits" are one name. */
export const plain = (name: string): string => wordsOf(name).join('');

/**
 * A place's name or code as it is looked up, so that "Perth & Kinross", "The Perth and Kinross Council" and
 * "perth and kinross" are one: lower case, one space, "and" for "&", without "the" and "council".
 */
export const placeKey = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('&', ' and ').replaceAll(/\s+/g, ' ').trim().replace(/^the /, '').replace(/ council( area)?$/, '');

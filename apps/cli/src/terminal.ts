import { styleText } from 'node:util';

/** What a command has: the environment and somewhere to write. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** A line of the answer. */
  readonly print: (line: string) => void;
  /** A line beside the answer, for whoever is watching. */
  readonly note: (line: string) => void;
  readonly style: Style;
}

/** How a text stands out; the same text where nothing can. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** Colours for a terminal, none for a file or a pipe. */
export const styleFor = (colours: boolean): Style => {
  const as = (format: Parameters<typeof styleText>[0]) => (text: string) => (colours ? styleText(format, text, { validateStream: false }) : text);
  return { strong: as('bold'), faint: as('dim'), good: as('green'), warn: as('yellow') };
};

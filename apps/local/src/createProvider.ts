import type { Configuration, errors as Errors, Provider } from 'oidc-provider';

/** What the library says of itself that is as it should be here: all that we use of it works on Node 20 and is tested, and demo accounts may live in memory. */
const KNOWN = [/Unsupported runtime/, /development-only in-memory adapter/];

/** Makes an OpenID Connect provider without the lines that the library writes to the terminal for what is known; any other it may write. */
export async function createProvider(issuer: string, configure: (errors: typeof Errors) => Configuration): Promise<Provider> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!KNOWN.some((known) => known.test(String(words[0])))) warn(...words);
  };
  try {
    const library = await import('oidc-provider');
    return new library.Provider(issuer, configure(library.errors));
  } finally {
    console.warn = warn;
  }
}

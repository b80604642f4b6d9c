import { readFileSync } from 'node:fs';

const LINE = /^([A-Z][A-Z0-9_]*)=(.*)$/;
const SECRET = /^\$\{([A-Z][A-Z0-9_]*)\}$/;

/** What a service is configured with: plain settings, and for each secret variable the name of the secret. */
export interface Template {
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Reads an environment template. Throws for a line that is neither a setting nor a secret; its value is not repeated. */
export function readTemplate(file: string): Template {
  const settings: Record<string, string> = {}, secrets: Record<string, string> = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined || name in settings || name in secrets) throw new Error(`${file}: this line cannot be read, or says again what was said: ${line.split('=')[0]}`);
    const secret = SECRET.exec(value)?.[1];
    if (secret === undefined) settings[name] = value;
    else secrets[name] = secret;
  }
  return { settings, secrets };
}

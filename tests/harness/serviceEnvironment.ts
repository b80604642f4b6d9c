import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { readTemplate } from '@thegither/infra';

const TEMPLATES = fileURLToPath(new URL('../../infra/env', import.meta.url));

/** The environment of a service, out of its template as it is run elsewhere: the addresses alone are this machine's. */
export function serviceEnvironment(name: string, ours: Readonly<Record<string, string>>, secret: Readonly<Record<string, string>>): Record<string, string> {
  const { settings, secrets } = readTemplate(path.join(TEMPLATES, `${name}.env`));
  const given = Object.fromEntries(Object.entries(secrets).map(([variable, key]) => [variable, secret[key] ?? '']));
  const moved = Object.fromEntries(Object.entries(ours).filter(([variable]) => variable in settings));
  return { ...settings, ...given, ...moved };
}

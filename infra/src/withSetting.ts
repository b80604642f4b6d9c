/** A template with another value of one of its settings. Throws where it has no such line. */
export function withSetting(template: string, name: string, value: string): string {
  const line = new RegExp(`^${name}=.*$`, 'm');
  if (!line.test(template)) throw new Error(`the template has no line ${name}`);
  return template.replace(line, () => `${name}=${value}`);
}

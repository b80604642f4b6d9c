import type { Fields } from '../session/session.ts';

/** Reads what a form sent: every name with everything that was sent for it, in order. Read once for a request. */
export async function readFields(request: Request): Promise<Fields> {
  return fieldsOf(new URLSearchParams(await request.text()));
}

/** The same of an address, or of any such text. */
export function fieldsOf(sent: URLSearchParams): Fields {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of sent) (fields[name] ??= []).push(value);
  return fields;
}

/** What was typed into one field, without the space around it; empty when there is none. */
export const textOf = (fields: Fields, name: string): string => fields[name]?.[0]?.trim() ?? '';

/** Everything that was ticked under one name. */
export const ticksOf = (fields: Fields, name: string): readonly string[] => fields[name] ?? [];

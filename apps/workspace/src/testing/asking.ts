import type { Chrome, PageRoutes, Reader } from '@thegither/pages';
import { Kind } from 'graphql';

const CHROME: Chrome = { app: 'Test', formToken: 'token', user: 'Isla', language: 'en', large: false, path: '/', said: undefined, sections: [], purpose: undefined, hideAt: undefined };

/** What a page asked the gateway. */
export interface Asked {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A page alone, over a gateway that has an answer to each operation by its name, and what it asked. */
export function asking(page: PageRoutes, answers: Readonly<Record<string, object>>): { readonly asked: readonly Asked[]; readonly read: (path: string) => Promise<Response> } {
  const asked: Asked[] = [];
  const ask: Reader['ask'] = async (_, document, variables) => {
    const operation = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.name?.value ?? []) : []))[0] ?? '';
    const data = answers[operation];
    if (data === undefined) throw new RangeError(`no answer to ${operation}`);
    asked.push({ operation, variables: Object.fromEntries(Object.entries<unknown>(variables ?? {})) });
    return { data: data as never, sharing: [], errors: [] };
  };
  const routes = page({ ask, chrome: () => CHROME, now: () => 0 });
  return { asked, read: async (path) => routes.request(path) };
}

import type { JwkSet } from '@thegither/identity';
import { listen, unwatched, type Log, type Watch } from '@thegither/service';
import type { Domain } from '@thegither/vocabulary';
import { createDoor } from './door.ts';
import type { RootRules } from './gate.ts';
import type { Database } from './pool.ts';
import type { Restricted } from './restrictions.ts';
import { guardedSchema } from './roomSchema.ts';

/** What a room is given: its database, whose decisions it trusts, where to log, and the time in milliseconds. */
export interface RoomDeps {
  readonly databaseUrl: string;
  readonly decisions: { readonly keys: () => JwkSet | Promise<JwkSet>; readonly issuer: string };
  readonly log: Log;
  /** Whoever runs it watches by this; nobody when nothing is said. */
  readonly watch?: Watch | undefined;
  readonly now?: () => number;
}

/** A room that is open: where it is, and how it is closed. Closing finishes what runs. */
export interface OpenRoom {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A subgraph of the house. Its name is also the audience of its person ids and of the decisions it accepts. */
export interface Room {
  readonly name: Domain;
  readonly typeDefs: string;
  /** Opens on 127.0.0.1 and a free port unless told otherwise. The url is the address of its questions. */
  listen(port?: number, host?: string): Promise<OpenRoom>;
}

/** What every store can do for its room. */
export interface RoomStore {
  /** Rejects while the database does not answer. */
  ready(): Promise<unknown>;
  /** The ids of the rows that are kept from these people, whom they are about: `nothingKept` for a room without rows of its own. */
  readonly restricted: Restricted;
  close(): Promise<unknown>;
}

/** A room's own parts; everything else is the same in all of them. */
export interface RoomParts<Store extends RoomStore> {
  readonly name: Domain;
  /** The text of its schema.graphql. */
  readonly typeDefs: string;
  readonly openStore: (database: Database) => Store;
  readonly resolvers: (store: Store) => object;
  /** One rule for each root field; none for a room that only adds to Person. */
  readonly rules?: RootRules;
}

/** Builds a room. Nothing is opened and no database is reached before it listens. */
export function createRoom<Store extends RoomStore>(deps: RoomDeps, parts: RoomParts<Store>): Room {
  const { name, typeDefs } = parts;
  return {
    name,
    typeDefs,
    async listen(port = 0, host = '127.0.0.1') {
      const { log, watch = unwatched(name), now = Date.now, decisions, databaseUrl } = deps;
      const store = parts.openStore({ url: databaseUrl, log });
      const schema = guardedSchema(typeDefs, parts.resolvers(store), parts.rules);
      const door = await createDoor({ schema, log, watch, ready: () => store.ready(), restricted: store.restricted, trust: { audience: name, now, ...decisions } });
      const open = await listen(door.handle, { port, host });
      const close = async (): Promise<void> => {
        await open.close();
        await door.close();
        await store.close();
      };
      return { url: open.url, port: open.port, close };
    },
  };
}

declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A COPY ... FROM STDIN statement: what is written into it goes to the server. */
  export function from(sql: string): Writable & Submittable;
}

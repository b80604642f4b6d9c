import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Source } from '../house/schemas.ts';
import { freePort } from '../../harness/freePort.ts';
import type { Contender, StartWith } from '../start/contenders.ts';
import { startProgram, untilAnswers, type Program } from '../start/program.ts';
import { installPeer } from './install.ts';

/** A gateway of somebody else's, which knows no consent. */
export interface Peer {
  readonly name: string;
  readonly title: string;
  /** What it is, and why this one. */
  readonly about: string;
  /** Undefined where it runs; otherwise why it does not. */
  readonly missing: string | undefined;
  /** How it is started, with what it needs written into the folder. */
  program(given: Given): Omit<Program, 'log' | 'folder'>;
  /** Where it listens for GraphQL. */
  readonly path: string;
}

/** What a peer is started with. */
export interface Given {
  /** Where it was installed. */
  readonly installed: string;
  /** A folder of its own. */
  readonly folder: string;
  readonly port: number;
  readonly supergraphSdl: string;
  readonly sources: readonly Source[];
}

const isLinux = process.platform === 'linux';

/** Hive Gateway, as its documentation starts it from a supergraph file. */
const hive: Peer = {
  name: 'hive', title: 'Hive Gateway, no consent', path: '/graphql',
  about: 'Hive Gateway 2 by its command line, from the same supergraph as (a).',
  missing: isLinux ? undefined : 'what a program spends is read from Linux',
  program({ installed, folder, port, supergraphSdl }) {
    writeFileSync(path.join(folder, 'supergraph.graphql'), supergraphSdl);
    return {
      command: process.execPath,
      args: [path.join(installed, 'node_modules/@graphql-hive/gateway/dist/bin.js'), 'supergraph', 'supergraph.graphql', '--host', '127.0.0.1', '--port', String(port), '--fork', '1'],
      env: { LOG_LEVEL: 'error' },
    };
  },
};

/** Grafbase's engine, written in Rust. */
const grafbase: Peer = {
  name: 'grafbase', title: 'Grafbase (native), no consent', path: '/graphql',
  about: 'The engine of Grafbase Gateway by the `dev` command of its command line, whose program npm carries: native, and composed by itself from the same schemas as (a).',
  missing: isLinux && process.arch === 'x64' ? undefined : 'its program is installed for Linux on x64 alone',
  program({ installed, folder, port, sources }) {
    for (const { name, sdl } of sources) writeFileSync(path.join(folder, `${name}.graphql`), sdl);
    writeFileSync(path.join(folder, 'grafbase.toml'), sources.map(({ name, url }) => `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "./${name}.graphql"\n`).join('\n'));
    const command = path.join(installed, 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
    chmodSync(command, 0o755);
    return { command, args: ['dev', '--config', 'grafbase.toml', '--listen-address', `127.0.0.1:${port}`] };
  },
};

/** Those to compare with. */
export const PEERS: readonly Peer[] = [hive, grafbase];

/** Installs and starts a peer. Throws where that cannot be done. */
export async function startPeer(peer: Peer, { supergraphs }: StartWith): Promise<Contender> {
  if (peer.missing) throw new Error(peer.missing);
  const installed = await installPeer(peer.name);
  const folder = mkdtempSync(path.join(tmpdir(), `thegither-bench-${peer.name}-`));
  const port = await freePort();
  const program = startProgram({ ...peer.program({ installed, folder, port, supergraphSdl: supergraphs.unsplit, sources: supergraphs.sources }), folder, log: path.join(folder, 'log') });
  const url = `http://127.0.0.1:${port}${peer.path}`;
  const stop = async (): Promise<void> => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(url, program.hasEnded);
  } catch (cause) {
    const last = readFileSync(path.join(folder, 'log'), 'utf8').trimEnd().split('\n').at(-1);
    await stop();
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}, and said last: ${last}`, { cause });
  }
  return { name: peer.name, title: peer.title, sharing: 'everything', url, gateway: { ...program, stop }, decisions: undefined };
}

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { Account } from './account.ts';
import { environment } from './environment.ts';

/**
 * A shell stands between Node and the server, and a second one reads a pipe that only Node holds open. However Node
 * ends, killed outright too, the pipe closes, the read returns, and the server is told to stop: none is ever left behind.
 */
const WATCH = `exec 3<&0
stop_with_node() { read -r nothing <&3; kill -INT $1 2>/dev/null; }`;

const START = `${WATCH}
"$0" "$@" </dev/null 3<&- & server=$!
stop_with_node $server & watch=$!
trap 'kill -INT $server' TERM INT
while kill -0 $server 2>/dev/null; do wait $server; done
kill $watch 2>/dev/null`;

const TAKE_OVER = `${WATCH}
stop_with_node $0 & watch=$!
while kill -0 $0 2>/dev/null; do sleep 0.1; done
kill $watch 2>/dev/null`;

type Shell = ChildProcessByStdio<Writable, null, Readable>;

/** A server that lives no longer than this process. */
export interface WatchedServer {
  /** Settles when the server has ended, with the last of what it printed. */
  readonly ended: Promise<string>;
  /** From now on this process may end without waiting for the server. */
  letGo(): void;
  /** Stops it; settles when it has ended. */
  stop(): Promise<void>;
}

/** Starts a server by its command line. */
export const startWatched = (command: readonly string[], account: Account | undefined): WatchedServer => watched(START, command, account);

/** Takes over a server that is running. */
export const takeOver = (pid: number, account: Account | undefined): WatchedServer => watched(TAKE_OVER, [String(pid)], account);

function watched(script: string, args: readonly string[], account: Account | undefined): WatchedServer {
  // A group of its own: Ctrl-C in the terminal reaches Node alone, and Node stops the server in its turn.
  const shell = spawn('/bin/sh', ['-c', script, ...args], { ...account, env: environment(), cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
  let printed = '';
  shell.stderr.on('data', (text: Buffer) => { printed = (printed + text.toString()).slice(-4000); });
  // Writing to a shell that has ended is no news: `ended` says it.
  shell.stdin.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    shell.once('error', (error) => resolve(`${printed}\n${error.message}`));
    shell.once('close', () => resolve(printed));
  });
  return {
    ended,
    letGo: () => keepsNodeAlive(shell, false),
    stop: async () => {
      keepsNodeAlive(shell, true);
      shell.stdin.end();
      await ended;
    },
  };
}

function keepsNodeAlive(shell: Shell, does: boolean): void {
  const handles = [shell, ...[shell.stdin, shell.stderr].filter((stream) => stream instanceof Socket)];
  for (const handle of handles) {
    if (does) handle.ref();
    else handle.unref();
  }
}

import type { EventEmitter } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Waits until somebody wants the process to stop (Ctrl-C, or the system's SIGTERM), and says by which signal. It listens
 * once: a second signal, while we close, ends the process at once, so that a close that hangs can be left.
 */
export function untilStopped(source: EventEmitter = process): Promise<(typeof SIGNALS)[number]> {
  return new Promise((resolve) => {
    const stops = SIGNALS.map((signal) => {
      const stop = () => {
        for (const [name, listener] of stops) source.off(name, listener);
        resolve(signal);
      };
      source.on(signal, stop);
      return [signal, stop] as const;
    });
  });
}

import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file so that whoever reads it finds the former text or the new one, whole, also when the machine stops meanwhile. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${randomUUID()}`;
  try {
    const opened = openSync(beside, 'w');
    try {
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

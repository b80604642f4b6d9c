import { expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { untilStopped } from './untilStopped.ts';

test.each(['SIGINT', 'SIGTERM'])('%s stops the process, and is named', async (signal) => {
  const source = new EventEmitter();
  const stopped = untilStopped(source);
  source.emit(signal);
  expect(await stopped).toBe(signal);
});

test('a second signal finds nobody listening, so that the system ends the process', async () => {
  const source = new EventEmitter();
  const stopped = untilStopped(source);
  source.emit('SIGTERM');
  await stopped;
  expect(source.eventNames()).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { readTraceparent, writeTraceparent } from './traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736', SPAN = '00f067aa0ba902b7';

test.each([['01', 1], ['00', 0], ['ff', 1]])('a header with the flags %s is read', (flags, traceFlags) => {
  expect(readTraceparent(`00-${TRACE}-${SPAN}-${flags}`)).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags, isRemote: true });
});

test('what is written can be read, and says of the flags only whether it is sampled', () => {
  const header = writeTraceparent({ traceId: TRACE, spanId: SPAN, traceFlags: 0xff });
  expect(header).toBe(`00-${TRACE}-${SPAN}-01`);
  expect(readTraceparent(header)).toMatchObject({ traceId: TRACE, spanId: SPAN });
});

test.each([
  ['no header', undefined],
  ['two headers', [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-01`]],
  ['another version', `01-${TRACE}-${SPAN}-01`],
  ['something behind it', `00-${TRACE}-${SPAN}-01-morag`],
  ['capital letters', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['words', 'Morag Campbell'],
])('%s is no trace', (_, header) => {
  expect(readTraceparent(header)).toBeUndefined();
});

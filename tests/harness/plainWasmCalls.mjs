import { setFlagsFromString } from 'node:v8';

// Now and then Node 20 ends with "unreachable code" where it gives up a call into WebAssembly that it had inlined. Cedar, which
// the decisions are held against, is called a hundred thousand times; no service calls it.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

'use strict';
// Loaded before anything else into a process and into every Node process that it starts (NODE_OPTIONS): writes down, in
// the file that WATCH_OUTSIDE names, every attempt to reach something or to be reached, and refuses what is not on this
// machine before a byte of it leaves. Plain JavaScript of no module system, so that it can come first.
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const path = require('node:path');

const write = (what, to) => appendFileSync(process.env.WATCH_OUTSIDE, `${JSON.stringify({ what, to })}\n`);
const isHere = (host) => host === 'localhost' || host === '::1' || /^(?:::ffff:)?127(?:\.\d+){3}$/i.test(host);
const refusal = () => Object.assign(new Error('Refused: nothing outside this machine is contacted.'), { code: 'ECONTACTOUTSIDE' });

/** Replaces a method by one that is asked first: with `refuse` when it says where it goes, and that is not here. */
function guard(object, name, what, destination, refuse) {
  const original = object[name];
  if (typeof original !== 'function') return;
  object[name] = function guarded(...args) {
    const to = destination(args);
    write(what, to);
    return to === 'a path' || isHere(to) ? original.apply(this, args) : refuse.call(this, args);
  };
}

const callBack = (args) => {
  const callback = args.findLast((arg) => typeof arg === 'function');
  if (callback) process.nextTick(callback, refusal());
};

// Also TLS, HTTP, HTTP/2 and fetch: all of them connect a socket of node:net.
guard(net.Socket.prototype, 'connect', 'connect', ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) return options.path ? 'a path' : String(options.host ?? 'localhost');
  return typeof options === 'string' && Number.isNaN(Number(options)) ? 'a path' : typeof second === 'string' ? second : 'localhost';
}, function refuse() {
  process.nextTick(() => this.destroy(refusal()));
  return this;
});

// Nobody outside may reach the house either: no address at all means every one.
guard(net.Server.prototype, 'listen', 'listen', ([first, second]) => {
  if (typeof first === 'object' && first !== null) return first.path ? 'a path' : String(first.host ?? 'everywhere');
  return typeof first === 'string' && Number.isNaN(Number(first)) ? 'a path' : typeof second === 'string' ? second : 'everywhere';
}, function refuse() {
  process.nextTick(() => this.emit('error', refusal()));
  return this;
});

const NAMED = ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx', 'resolveNaptr', 'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTxt', 'reverse'];
const named = ([host]) => String(host);
for (const name of NAMED) {
  for (const object of [dns, dns.Resolver.prototype]) guard(object, name, 'name', named, callBack);
  for (const object of [dns.promises, dns.promises.Resolver.prototype]) guard(object, name, 'name', named, () => Promise.reject(refusal()));
}

for (const name of ['send', 'connect']) {
  guard(dgram.Socket.prototype, name, 'datagram', (args) => args.findLast((arg) => typeof arg === 'string') ?? 'localhost', callBack);
}

// What is not Node could go anywhere: so that a test can say what it was.
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const original = childProcess[name];
  childProcess[name] = function recorded(...args) {
    write('program', name === 'fork' ? 'node' : path.basename(String(args[0])));
    return original.apply(this, args);
  };
}

syncBuiltinESMExports();

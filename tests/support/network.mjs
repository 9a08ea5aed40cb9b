// Preload: writes every attempt to reach another machine, or to ask for the address of one, to the file NETWORK_LOG, and
// refuses it. Programs that are started are written there too.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { NETWORK_LOG: log } = process.env;
const isHere = (host) =>
	host === undefined || /^(?:localhost|127\.|::1$|0\.0\.0\.0$|[0:]+1?$)/.test(String(host));

function watch(object, name, hostOf) {
	const before = object[name];
	object[name] = function (...args) {
		const host = hostOf(args);
		if (!isHere(host)) {
			appendFileSync(log, `${name} ${host}\n`);
			throw Object.assign(new Error(`A test refused ${name} of ${host}`), { code: 'ECONNREFUSED' });
		}
		return before.apply(this, args);
	};
}

// Every connection of net, tls, http, https and fetch is made by this.
watch(net.Socket.prototype, 'connect', ([first, second]) => {
	const options = Array.isArray(first) ? first[0] : first;
	if (options !== null && typeof options === 'object')
		return options.path ? undefined : (options.host ?? 'localhost');
	return typeof second === 'string' ? second : 'localhost';
});
watch(dgram.Socket.prototype, 'send', (args) =>
	args.find((one) => typeof one === 'string' && /[.:]/.test(one)),
);
for (const name of Object.keys(dns).filter((one) => /^(?:lookup|resolve|reverse)/.test(one))) {
	watch(dns, name, ([host]) => host);
	if (name in dns.promises) watch(dns.promises, name, ([host]) => host);
}
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
	const before = childProcess[name];
	childProcess[name] = function (program, ...args) {
		appendFileSync(log, `starts ${program}\n`);
		return before.call(this, program, ...args);
	};
}
syncBuiltinESMExports();

#!/usr/bin/env node
// Plain JavaScript, which every Node reads: where the one is missing that runs TypeScript, this says what to do.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) await import('./main.ts');
else {
	console.error(
		`Node ${process.versions.node} cannot run these commands. Run “npm ci” in the folder of the project: on Linux it installs a Node that can. Elsewhere install Node 24.`,
	);
	process.exitCode = 1;
}

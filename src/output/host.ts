/**
 * Whether a request names this machine as its host. A page elsewhere can have its own host’s name lead to this machine
 * (DNS rebinding), and could then read what a server here answers; its requests carry that name.
 */
export function isThisMachine(host: string | undefined): boolean {
	return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');
}

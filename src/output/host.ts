/**
 * Whether a request names this machine as its host. With DNS rebinding, a page elsewhere can point its host name at
 * this machine and read what a server here answers; its requests carry that host name.
 */
export function isThisMachine(host: string | undefined): boolean {
	return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');
}

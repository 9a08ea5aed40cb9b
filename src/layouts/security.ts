/**
 * The Content-Security-Policy of every page. It is one constant, so that no build step can widen it: scripts and
 * styles only from files of this site, nothing from any other host. `wasm-unsafe-eval` is for the search engine.
 * `public/_headers` sends the same as a header, with `frame-ancestors`, which a meta element cannot carry.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"font-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');

/**
 * Exit this page: leaves the archive at once, by the button or by pressing Shift three times, each within five seconds of
 * the last.
 *
 * Modelled on the behaviour of GOV.UK's “Exit this page”, with differences that were measured to matter: this page is
 * replaced in the history, so that Back does not show it; its title and icon go before it does; and a Shift that was
 * held for anything else (a capital letter, a selection, another layout of the keyboard) is not counted. Shift is the
 * key because browsers do not let Escape replace a page reliably.
 */
const PRESSES = 3;
const TIMEOUT_MS = 5000;
const LEFT = 'left';

const button = document.querySelector<HTMLAnchorElement>('[data-leave]');
const status = document.querySelector<HTMLElement>('[data-leave-status]');
const hint = document.querySelector<HTMLElement>('[data-leave-hint]');

let presses = 0;
let timer: number | undefined;
/** Whether Shift is down and nothing else has been pressed since. */
let shiftAlone = false;

function exit(): void {
	if (!button) return;
	try {
		hidePage();
	} finally {
		// Whatever fails above, leaving comes first.
		location.replace(button.href);
	}
}

/** Hides the page while the next one loads, and removes its title and icon from the browser’s tab and history lists. */
function hidePage(): void {
	document.documentElement.classList.add(LEFT);
	document.title = 'Loading';
	for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.setAttribute('href', 'data:,');
	if (document.querySelector('.leave-cover')) return;
	const cover = document.createElement('div');
	cover.className = 'leave-cover';
	cover.role = 'alert';
	cover.textContent = 'Loading.';
	document.body.append(cover);
}

function resetPresses(message = ''): void {
	window.clearTimeout(timer);
	presses = 0;
	if (status) status.textContent = message;
}

/** Cancels the sequence: Shift was used with something else, or another key was pressed. */
function cancelSequence(): void {
	shiftAlone = false;
	if (presses > 0) resetPresses();
}

function onKeyDown(event: KeyboardEvent): void {
	// The button is a link, so that it works without a script; people press Space on what looks like a button.
	if (event.key === ' ' && event.target === button) {
		event.preventDefault();
		return exit();
	}
	if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) return cancelSequence();
	if (!event.repeat) shiftAlone = true;
}

function onKeyUp(event: KeyboardEvent): void {
	if (event.key !== 'Shift' || !shiftAlone) return;
	shiftAlone = false;
	presses += 1;
	window.clearTimeout(timer);
	if (presses >= PRESSES) return exit();
	const more = PRESSES - presses;
	if (status) status.textContent = `Shift, press ${more} more ${more === 1 ? 'time' : 'times'} to leave.`;
	timer = window.setTimeout(() => resetPresses('No longer leaving.'), TIMEOUT_MS);
}

button?.addEventListener('click', (event) => {
	event.preventDefault();
	exit();
});
addEventListener('keydown', onKeyDown, true);
addEventListener('keyup', onKeyUp, true);
addEventListener('pointerdown', cancelSequence, true);
addEventListener('blur', cancelSequence);
// A page that was left must not be restored from the back/forward cache.
addEventListener('pageshow', (event) => {
	if (event.persisted && document.documentElement.classList.contains(LEFT)) exit();
});
if (hint) hint.hidden = false;

export {};

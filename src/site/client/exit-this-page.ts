/**
 * Leaves the archive at once: by the button, or by Shift pressed three times, each within five seconds of the last.
 *
 * Modelled on the behaviour of GOV.UK's “Exit this page”, with differences that were measured to matter: this page is
 * replaced in the history, so that Back does not show it; its title and icon go before it does; and a Shift that was
 * held for anything else (a capital letter, a selection, another layout of the keyboard) is not counted. Shift is the
 * key because browsers do not let Escape replace a page reliably.
 */
const PRESSES = 3;
const PATIENCE = 5000;
const LEFT = 'left';

const button = document.querySelector<HTMLAnchorElement>('[data-leave]');
const status = document.querySelector<HTMLElement>('[data-leave-status]');
const hint = document.querySelector<HTMLElement>('[data-leave-hint]');

let presses = 0;
let timer: number | undefined;
/** Whether Shift is down and nothing else was done since. */
let alone = false;

function leave(): void {
	if (!button) return;
	try {
		blank();
	} finally {
		// Whatever may fail above: going comes first.
		location.replace(button.href);
	}
}

/** Leaves nothing of the page to be seen while the next one is on its way, nor in the lists that browsers keep. */
function blank(): void {
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

function forget(said = ''): void {
	window.clearTimeout(timer);
	presses = 0;
	if (status) status.textContent = said;
}

/** Shift was used for something else, or another key was pressed. */
function otherwise(): void {
	alone = false;
	if (presses > 0) forget();
}

function onKeyDown(event: KeyboardEvent): void {
	// The button is a link, so that it works without a script; people press Space on what looks like a button.
	if (event.key === ' ' && event.target === button) {
		event.preventDefault();
		return leave();
	}
	if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) return otherwise();
	if (!event.repeat) alone = true;
}

function onKeyUp(event: KeyboardEvent): void {
	if (event.key !== 'Shift' || !alone) return;
	alone = false;
	presses += 1;
	window.clearTimeout(timer);
	if (presses >= PRESSES) return leave();
	const more = PRESSES - presses;
	if (status) status.textContent = `Shift, press ${more} more ${more === 1 ? 'time' : 'times'} to leave.`;
	timer = window.setTimeout(() => forget('No longer leaving.'), PATIENCE);
}

button?.addEventListener('click', (event) => {
	event.preventDefault();
	leave();
});
addEventListener('keydown', onKeyDown, true);
addEventListener('keyup', onKeyUp, true);
addEventListener('pointerdown', otherwise, true);
addEventListener('blur', otherwise);
// A page that was left must not come back from the browser's memory.
addEventListener('pageshow', (event) => {
	if (event.persisted && document.documentElement.classList.contains(LEFT)) leave();
});
if (hint) hint.hidden = false;

export {};

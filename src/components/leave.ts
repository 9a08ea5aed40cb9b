/**
 * Leaves the archive at once: by the button, or by Shift pressed three times within five seconds of each other.
 *
 * Modelled on the behaviour of GOV.UK's “Exit this page”, with two differences that were measured to matter: this
 * page is replaced in the history, so that Back does not show it, and its title and icon go before it does. Shift is
 * the key because browsers do not let Escape replace a page reliably.
 */
const PRESSES = 3;
const PATIENCE = 5000;

const button = document.querySelector<HTMLAnchorElement>('[data-leave]');
const status = document.querySelector<HTMLElement>('[data-leave-status]');
const hint = document.querySelector<HTMLElement>('[data-leave-hint]');

let presses = 0;
let timer: number | undefined;
/** Whether the last key to come up did so while Shift was down, as in typing a capital letter. */
let typedWithShift = false;

function leave(): void {
	const cover = document.createElement('div');
	cover.className = 'leave-cover';
	cover.role = 'alert';
	cover.textContent = 'Loading.';
	document.documentElement.classList.add('left');
	document.body.append(cover);
	document.title = 'Loading';
	for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.setAttribute('href', 'data:,');
	if (button) location.replace(button.href);
}

function forget(said = ''): void {
	window.clearTimeout(timer);
	presses = 0;
	say(said);
}

function say(words: string): void {
	if (status) status.textContent = words;
}

function onKeyUp(event: KeyboardEvent): void {
	if (event.key !== 'Shift') {
		typedWithShift = event.shiftKey;
		if (presses > 0) forget();
		return;
	}
	if (typedWithShift) {
		typedWithShift = false;
		return;
	}
	presses += 1;
	window.clearTimeout(timer);
	if (presses >= PRESSES) return leave();
	const more = PRESSES - presses;
	say(`Shift, press ${more} more ${more === 1 ? 'time' : 'times'} to leave.`);
	timer = window.setTimeout(() => forget('No longer leaving.'), PATIENCE);
}

button?.addEventListener('click', (event) => {
	event.preventDefault();
	leave();
});
addEventListener('keyup', onKeyUp, true);
// A page that was left must not come back from the browser's memory.
addEventListener('pageshow', (event) => {
	if (event.persisted && document.documentElement.classList.contains('left')) leave();
});
if (hint) hint.hidden = false;

export {};

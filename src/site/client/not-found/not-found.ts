/** Runs on the page for unknown addresses, and suggests the address that was probably meant. */
import { suggestAddress } from './suggestions.ts';

const place = document.querySelector<HTMLElement>('[data-meant]');
const meant = place && suggestAddress(location, place.dataset['meant'] ?? '/');
if (place && meant) {
	const link = document.createElement('a');
	link.href = meant.href;
	link.textContent = meant.href;
	place.replaceChildren(
		meant.isSure ? 'Most likely this is meant: ' : 'Its identifier is mistyped; search for it: ',
		link,
	);
	place.hidden = false;
}

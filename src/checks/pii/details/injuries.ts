import { fixed, matches } from '../patterns/matching.ts';
import type { Detail } from './detail.ts';
import { anyOf } from '../word-list.ts';

const LOST_PARTS = anyOf(String.raw`
	eyes? ears? ear\s?lobe nose lips? tongue fingers? fingertips? toes? thumb teeth tooth nipple hair hand
	foot leg arm kidney spleen
`);

const PROSTHESES = anyOf(String.raw`
	glass_eye false_eye eye\s?patch metal_(?:plate|pins?|rod) steel_(?:plate|pins?|rod)
	plate_in_(?:my|her|his)_\w+ pins?_in_(?:my|her|his)_\w+ skin_grafts? false_teeth prosthetic wheelchair
	colostomy stoma feeding_tube brain_(?:bleed|damage|injury) bleed_on_the_brain coma paralys\w+ deaf_in_one
	blind_in_one (?:deaf|blind)_(?:from|since|after)
`);

const MARK =
	'(?:scar|burn|bruise|mark|bite|cut|scald|brand|tattoo|print|imprint|dent|hole|wound|gash|welt|birthmark|limp|stammer|tic)s?';
const BODY = anyOf(String.raw`
	eye(?:_socket)? socket ear(?:drum)? ear_lobe nose lip tongue jaw cheek(?:bone)? chin forehead skull scalp
	neck throat larynx windpipe voice\s?box collar\s?bone shoulder_blade elbow thumb finger(?:s|tip)? toes?
	foot heel ankle knee(?:cap)? hip pelvis spine back sternum breast(?:bone)? nipple kidney spleen liver lung
	bladder retina tooth teeth hand arm leg wrist hair
`);

/** DT-Q4. Injuries that few have, or that are told by their form and cause. */
export const injuries: Detail = {
	id: 'DT-Q4',
	type: 'rare injury',
	*find(text) {
		yield* matches(
			text,
			/\b(?:teeth|tooth|bite|finger|nail|belt|buckle|boot|ring|rope|cable|iron)[- ]?marks?\b|\b(?:snapped|bent|broke|broken|dislocated|crushed)\s+(?:my|her|his|their)\s+(?:little|ring|index|middle|big)\s+(?:finger|toe)\b|\b(?:torn|split|ripped|bitten|sliced)\s+(?:at|through|off)\b(?:\s+the\s+\w+)?|\b(?:fat|oil|acid|bleach|water|kettle|iron|straighteners|cigarette)\s+(?:had\s+)?(?:left|burned|burnt|scalded)\b(?:\s+\w+){0,4}/gi,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b${MARK}\s+(?:in\s+the\s+(?:shape|form|pattern)\s+of|shaped\s+like|the\s+(?:shape|size)\s+of|that\s+(?:looks?|looked|spells?|spelled|spelt)|like\s+(?:a|an|that|the)|of\s+(?:a|an|his|her|the)|from\s+(?:a|an|his|her|the))\b(?:\s+[\w'-]+){0,5}`,
			(value) =>
				!/^(?:marks?|holes?|cuts?|dents?|prints?|limps?)\s+(?:of|from)\b/i.test(value) ||
				/\b(?:ring|boot|belt|iron|hand|fist|shoe|buckle|teeth)\b/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:ruptured|punctured|perforated|collapsed|detached|severed|crushed|shattered|fractured|dislocated|lacerated|amputated|torn)\s+(?:\w+\s+)?${BODY}\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:broke|broken|smashed|cracked|crushed|shattered|fractured|dislocated)\s+(?:my|her|his|their|a|the)?\s*(?:left\s+|right\s+|own\s+)?(?:eye\s+socket|socket|jaw|cheek\s?bone|collar\s?bone|pelvis|hip|neck|back|spine|skull|larynx|sternum|knee\s?cap|elbow|thumb|shoulder\s+blade|hyoid)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:lost|losing|lose|bit|bitten|cut|sliced|chopped|ripped|tore|torn|pulled|knocked|gouged|shot|blew)\s+(?:off\s+|out\s+)?(?:[\w'-]+\s+){0,5}?(?:of\s+)?(?:my|her|his|their|an|the|one|two|three|four|both|some|part|front|back|sight|hearing)\s+(?:\w+\s+)?(?:of\s+(?:my|her|his|their)\s+)?(?:front\s+|back\s+|left\s+|right\s+|big\s+|little\s+)?${LOST_PARTS}\b`,
		);
		yield* matches(
			text,
			/\b(?:lost|losing|lose)\s+(?:the\s+)?(?:sight|hearing|use|feeling)\s+(?:in|of)\b(?:\s+[\w'-]+){0,4}/gi,
		);
		yield* matches(text, fixed('gi')`\b${PROSTHESES}\b(?:\s+(?:ear|eye))?`);
		yield* matches(
			text,
			/\b(?:burn(?:ed|t)|brand(?:ed)?|carved?|cut|scratched|tattooed|wrote|written)\s+(?:his|a|the|my|her|their)\s+(?:\w+\s+)?(?:initials?|names?|numbers?|words?|letters?|cross|swastika|star)\s+(?:in|into|on|onto|across)\b(?:\s+\w+){0,2}/gi,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:print|mark|imprint|shape|outline)s?\s+of\s+(?:his|her|a|the)\s+(?:[\w'-]+\s+){1,3}?(?:on|across|in|round|around)\s+(?:my|her|his|their)\s+(?:\w+\s+)?${BODY}\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:burned|burnt|scalded|branded|stabbed|shot|speared|impaled|whipped|beaten)\s+(?:me|her|him|my\s+\w+|her\s+\w+)?\s*(?:\w+\s+)?with\s+(?:a|an|the|his|her|my)\s+(?!(?:knife|fist|belt|hand|cigarette)\b)\w+(?:\s+\w+)?`,
		);
		yield* matches(
			text,
			/\b(?:never|not|hardly\s+ever)\s+(?:before\s+)?seen\s+(?:an?\s+)?(?:bite|burn|bruise|injury|injuries|wound|break|mark|fracture)s?\b(?:\s+like\s+\w+)?/gi,
		);
		// What was done with a vehicle, a door, a weapon of the job or fire.
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:(?:ran|run|drove|reversed|rode|backed)\s+(?:the\s+\w+\s+|his\s+\w+\s+)?(?:over|into)\s+(?:me|her|him|(?:my|her|his)\s+(?:\w+\s+)?${BODY})|(?:shut|slammed|trapped|caught|jammed|crushed)\s+(?:my|her|his)\s+(?:\w+\s+)?${BODY}\s+(?:in|under|between)|(?:shot|tasered|tased|electrocuted|branded|waterboarded|scalped)\s+(?:me|her|him)\b|(?:set|setting)\s+(?:fire\s+to\s+)?(?:me|my|her|his)\s+(?:\w+\s+)?(?:on\s+fire|alight)|(?:threw|thrown|pushed|put)\s+(?:me|her|my\s+\w+)\s+(?:out\s+of|through)\s+(?:the|a)\s+(?:\w+\s+)?(?:window|windscreen|door|glass))(?:\s+[\w'-]+){0,3}`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:pulled|ripped|tore|torn)\s+(?:out\s+)?(?:a\s+)?(?:handful|clump|patch|chunk|lump)s?\s+of\s+(?:my|her|his)\s+(?:\w+)`,
		);
	},
};

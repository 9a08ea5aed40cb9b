import { fixed, matches } from '../patterns/matching.ts';
import type { Detail } from './detail.ts';
import { anyOf } from '../word-list.ts';

const COLOUR =
	'(?:(?:light|dark|bright|pale|metallic|navy|racing|royal|lime|sky)\\s+)?(?:black|white|silver|grey|gray|red|blue|green|yellow|orange|purple|pink|brown|beige|cream|gold|bronze|maroon|turquoise|navy|burgundy|matt\\s+black|two-tone)';
/** Makes and models that are no plain words. */
const MAKE = anyOf(String.raw`
	audi bmw vauxhall volkswagen vw ford škoda skoda seat toyota honda nissan mazda hyundai kia renault
	peugeot citro[eë]n fiat volvo saab mercedes merc jaguar lexus porsche tesla subaru suzuki mitsubishi dacia
	bentley alfa_romeo land\s?rover range\s?rover rover jeep chrysler daihatsu isuzu ducati
	harley(?:_davidson)? triumph yamaha kawasaki vespa lambretta astra corsa vectra zafira insignia mondeo
	fiesta escort transit passat golf polo tiguan octavia fabia superb civic micra qashqai juke clio megane
	punto panda beetle mini(?:_cooper)? smart_car defender discovery freelander evoque prius yaris
	land_cruiser hilux ranger navara vivaro sprinter berlingo kangoo cayenne boxster capri cortina sierra
	robin_reliant reliant_robin
`);
const BODY = anyOf(String.raw`
	van estate hatchback saloon convertible cabriolet coup[eé] sports_car jeep pick-?up camper(?:\s?van)?
	motor\s?home scooter moped motor\s?bike motor\s?cycle lorry truck minibus taxi cab limo hearse 4x4
	people_carrier quad\s?bike tractor horse\s?box trike mobility_scooter milk_float ice_cream_van
`);

/** DT-Q6. Vehicles by colour, make or kind. */
export const vehicles: Detail = {
	id: 'DT-Q6',
	type: 'description of a vehicle',
	*find(text) {
		yield* matches(
			text,
			fixed(
				'giu',
			)`(?<![\p{L}-])(?:a|an|his|her|my|our|their|the|old|new)?\s*\b${COLOUR}\s+(?:[\w-]+\s+){0,2}?(?:${MAKE}|${BODY})(?![\p{L}-])(?:\s+(?:estate|van|saloon|hatchback|with\s+(?:a|the)\s+\w+))?`,
		);
		yield* matches(
			text,
			fixed(
				'giu',
			)`(?<![\p{L}-])(?:a|an|his|her|my|our|their|the|in|old|new)\s+(?!(?:seat|ranger|polo|golf|mini|escort|triumph|panda|superb|civic|discovery|beetle|sierra|defender|transit|rover|jaguar|kia|ford)(?![\p{L}-]))${MAKE}(?![\p{L}-])`,
		);
		yield* matches(
			text,
			fixed(
				'giu',
			)`(?<![\p{L}-])(?:camper(?:\s?van)?|motor\s?home|sports\s+car|convertible|horse\s?box|quad\s?bike|milk\s+float|ice\s+cream\s+van|hearse|mobility\s+scooter|smart\s+car|mini\s+cooper)(?![\p{L}-])(?:\s+with\s+(?:a|the)\s+\w+)?`,
		);
		// “he drove a bright orange …”: whatever its name.
		yield* matches(
			text,
			fixed(
				'giu',
			)`(?<![\p{L}-])(?:drives?|drove|driving|driven|parked|parks|car\s+(?:is|was)|got\s+(?:in|into|out\s+of)|turned\s+up\s+in|came\s+in|bought|sold)\s+(?:a|an|his|her|my|our|their|the)\s+(?:[\w-]+\s+)?${COLOUR}\s+(?!(?:light|lights|shirt|coat|jacket|dress|top|uniform|route|line)(?![\p{L}-]))\p{L}[\p{L}\d-]+`,
		);
	},
};

/** Check digits of numbers that have them. Each takes the number as written and ignores what separates it. */

const digits = (text: string) => [...text.replace(/\D/g, '')].map(Number);

/** Cards and device numbers: Luhn, ISO/IEC 7812-1 annex B. */
export function luhn(text: string): boolean {
	let sum = 0;
	for (const [index, digit] of digits(text).reverse().entries()) {
		const value = index % 2 === 1 ? digit * 2 : digit;
		sum += value > 9 ? value - 9 : value;
	}
	return sum % 10 === 0;
}

/** Health service numbers: weights 10 to 2, modulus 11. */
export function healthNumber(text: string): boolean {
	const all = digits(text);
	if (all.length !== 10) return false;
	const sum = all.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
	const check = (11 - (sum % 11)) % 11;
	return check !== 10 && check === all[9];
}

/** International bank account numbers: ISO 13616, modulus 97. */
export function iban(text: string): boolean {
	const compact = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
	if (compact.length < 15 || compact.length > 34) return false;
	let rest = 0;
	for (const letter of compact.slice(4) + compact.slice(0, 4))
		for (const digit of /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55))
			rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

const YEAR_SERIAL_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';

/** Year and serial with a check letter, modulus 23: `2019/0123456E`. */
export function yearSerial(text: string): boolean {
	const [, year = '', serial = '', letter = ''] =
		/^(\d{2}|\d{4})\D?(\d{1,7})\D?([A-Z])$/.exec(text.toUpperCase()) ?? [];
	if (!letter) return false;
	const number = Number(year.slice(-2)) * 1e7 + Number(serial);
	return YEAR_SERIAL_LETTERS[number % 23] === letter;
}

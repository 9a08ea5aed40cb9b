// Prints `N passed, N failed` from the report that the test run wrote; fails if there is no report or no test ran.
import { readFileSync } from 'node:fs';

let report;
try {
	report = JSON.parse(readFileSync('node_modules/.cache/tests/report.json', 'utf8'));
} catch {
	report = { numPassedTests: 0, numFailedTests: 0 };
	process.exitCode = 1;
}
const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
if (report.numPassedTests === 0 || report.numFailedTests > 0 || report.success === false)
	process.exitCode = 1;
console.log(
	`${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped ? `, ${skipped} skipped` : ''}`,
);

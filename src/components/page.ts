/**
 * The one script of every page: leaving fast, and, only where the address asks for it, marking what was found.
 */
import './leave.ts';

if (location.hash.includes('&mark=')) void import('../search/mark.ts');

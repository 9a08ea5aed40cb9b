/**
 * The oldest browsers in which the whole site works; without scripts the pages work in any. Chrome 109 and Firefox
 * 115 are the last ones for Windows 7 and 8, Safari 15.4 is of March 2022. The help page on accessibility and the
 * README name them; the build lowers the syntax of scripts to them.
 */
export const BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari15.4'];

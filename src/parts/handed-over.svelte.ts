/**
 * The phone is in someone else's hand: until it is given back, the app opens at the one form that
 * they fill in, however it is started again.
 */
const keptAs = 'noticeboard-handed-over';

/** Where the form is, with what comes after '#'; null while the phone is in our own hand. */
export const handed = $state<{ at: string | null }>({ at: null });

const here = () => location.pathname + location.hash;

export function handOver(): void {
	handed.at = here();
	localStorage.setItem(keptAs, handed.at);
}

export function giveBack(): void {
	handed.at = null;
	localStorage.removeItem(keptAs);
}

/** Asked before anything else is shown. True while the form is on its way instead of this page. */
export function goesToForm(): boolean {
	handed.at = localStorage.getItem(keptAs);
	if (handed.at === null || handed.at === here()) return false;
	const isSamePage = handed.at.startsWith(`${location.pathname}#`);
	location.replace(handed.at);
	if (isSamePage) location.reload();
	return true;
}

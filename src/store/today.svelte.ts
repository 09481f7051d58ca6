/**
 * Today's calendar day in the UK, for screens; changes at midnight and when the app is shown again.
 */
import { dayOf } from '#domain/calendar.ts';

class Today {
	#current = $state(dayOf(Date.now()));

	constructor() {
		const look = () => (this.#current = dayOf(Date.now()));
		setInterval(look, 60_000);
		document.addEventListener('visibilitychange', look);
	}

	get current(): string {
		return this.#current;
	}
}

export const today = new Today();

/**
 * The browser's own offer to install, kept until the person asks for it. Only some browsers have it.
 */
interface InstallOffer extends Event {
	prompt(): Promise<unknown>;
}

class Installer {
	#offer = $state.raw<InstallOffer>();

	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			if ('prompt' in event) this.#offer = event as InstallOffer;
		});
		addEventListener('appinstalled', () => (this.#offer = undefined));
	}

	get canAsk(): boolean {
		return this.#offer !== undefined;
	}

	async ask(): Promise<void> {
		await this.#offer?.prompt();
		this.#offer = undefined;
	}
}

export const installer = new Installer();

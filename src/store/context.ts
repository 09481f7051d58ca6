/**
 * How a screen gets the store.
 */
import { createContext, getAllContexts } from 'svelte';
import type { Store } from './store.ts';

const [ofDevice, setStore] = createContext<Store>();
export { setStore };

/** By the contexts of a component, which are its own. */
const stores = new WeakMap<object, Store>();

/** The same for all that one component is made of: its reads are told apart from those of others. */
export function getStore(): Store {
	const contexts = getAllContexts();
	const store = stores.get(contexts) ?? ofDevice().apart();
	stores.set(contexts, store);
	return store;
}

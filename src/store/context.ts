/**
 * How a screen gets the store.
 */
import { createContext } from 'svelte';
import type { Store } from './store.ts';

export const [getStore, setStore] = createContext<Store>();

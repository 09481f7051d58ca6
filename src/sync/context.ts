/**
 * How the frame and the sync page get the running device.
 */
import { createContext } from 'svelte';
import type { Device } from './device.ts';

export const [getDevice, setDevice] = createContext<Device>();

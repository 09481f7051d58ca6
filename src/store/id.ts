/**
 * New ids: UUIDv7, so that ids made later sort later.
 */
import { v7 } from 'uuid';

export function newId(): string {
	return v7();
}

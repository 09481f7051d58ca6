/**
 * May this picture go out, on these accounts, on this day? People (PC-07) and place (PC-08).
 *
 * The strictest answer wins: one no, of one person or of the place, holds the picture back.
 */
import type { Finding } from '#checks/check.ts';
import type { GateInput } from './input.ts';
import { peopleFindings } from './people.ts';
import { placeFindings } from './place.ts';

export function photoGate(input: GateInput): Finding[] {
	const { photo } = input;
	if (photo.status === 'removed') {
		return [
			{
				check: 'PC-07',
				level: 'block',
				picture: photo.id,
				saw: 'This picture has been removed.',
				why: 'A removed picture must not be used again.',
				todo: 'Choose another picture.'
			}
		];
	}
	if (photo.isHeldBack) {
		return [
			{
				check: 'PC-07',
				level: 'block',
				picture: photo.id,
				saw: 'The practice does not want this picture used.',
				why: 'It does not have to say why.',
				todo: 'Choose another picture.',
				override: null
			}
		];
	}
	return [...peopleFindings(input), ...placeFindings(input)];
}

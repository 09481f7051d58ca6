/**
 * What the phone says about its connection. Few browsers tell: then nobody knows, and the person is
 * asked instead. It is a hint for saving someone's allowance, never a proof of a signal.
 */
export type Connection = 'wifi' | 'mobile' | 'unknown';

export function connectionNow(): Connection {
	if (!('connection' in navigator)) return 'unknown';
	const { connection } = navigator;
	if (typeof connection !== 'object' || connection === null) return 'unknown';
	const type = 'type' in connection ? connection.type : undefined;
	if (type === 'wifi' || type === 'ethernet') return 'wifi';
	return type === 'cellular' ? 'mobile' : 'unknown';
}

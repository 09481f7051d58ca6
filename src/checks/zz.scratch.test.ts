import { test } from 'vitest';
import { textChecks } from './all.ts';
import { countingPatterns } from './count.ts';
import { xLink } from './x-links.ts';
import { runPattern } from '#tests/support/pattern-machine.ts';
test('x', () => {
	for (const p of [...textChecks.flatMap((c) => c.patterns), ...countingPatterns, xLink]) {
		const worst: [number, string][] = [];
		const t0 = performance.now();
		for (const u of ['0','0 ','9 9 9 ','+44','a','a.','a-','é','@a.','a@','(at) a',' at a dot ','born in a ','date of birth: ','1 Aa ','Aa ','https://a.uk/(','a.uk ','a.uk','/(','👨‍','https://a.']) {
			let steps = 0;
			try { steps = runPattern(p, u.repeat(Math.ceil(500 / u.length)), 2e6).steps; } catch { steps = Infinity; }
			worst.push([steps / 500, u]);
		}
		worst.sort((a, b) => b[0] - a[0]);
		console.log(p.source.slice(0, 40), Math.round(performance.now() - t0), worst.slice(0, 3).map(([s, u]) => `${u}:${s}`).join('  '));
	}
});

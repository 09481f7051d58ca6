/**
 * A block that the right person may let pass, with a reason that is kept.
 *
 * Who may is said by the check itself. Changing the words takes the pass away again.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { gather } from '../readiness/facts.ts';
import { findings, mayPass } from '../readiness/findings.ts';
import { pauseFindings } from '../readiness/state-findings.ts';
import { unsyncedCheck } from '../readiness/unsynced.ts';
import { postRecord } from '../record.ts';
import { gone, isOpen } from '../rules.ts';

const mayNot = refuse('may-not-pass', 'This is not yours to let pass. Ask your coordinator.');

export const passFinding = defineMutation({
	name: 'post.pass',
	args: z.strictObject({
		id: z.uuid(),
		check: z.string().check(z.maxLength(10)),
		reason: z
			.string()
			.check(
				z.trim(),
				z.minLength(3, 'Say in a few words why this is all right.'),
				z.maxLength(200, 'Use 200 letters or fewer.')
			)
	}),
	allowed: writers,
	says: 'Let a finding pass',
	async run(transaction, { id, check, reason }, { actor, today, practiceId }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (!isOpen(post)) return refuse('already-posted', 'This has gone out already.');
		const pass = { check, reason, by: actor.personId };
		const passed = { ...post, passes: [...post.passes, pass] };
		// A phone that has not synced knows of that itself: the practice cannot see it.
		if (check === unsyncedCheck) {
			if (actor.role !== 'coordinator') return mayNot;
			await transaction.put(postRecord, passed);
			return undefined;
		}
		const facts = await gather(transaction, post, { today, practiceId });
		const blocks = [...findings(facts), ...pauseFindings(facts)].filter(
			(finding) => finding.check === check && finding.level === 'block'
		);
		if (blocks.length === 0) {
			return refuse('nothing-to-pass', 'There is nothing to let pass any more.');
		}
		if (!blocks.every((finding) => mayPass(finding, post, actor))) return mayNot;
		await transaction.put(postRecord, passed);
		return undefined;
	}
});

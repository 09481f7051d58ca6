/** What became of all the changes in some rounds of a fault. */
export interface Tally {
	readonly rounds: number;
	/** Shown as saved, or answered, and not there afterwards. */
	readonly lost: number;
	/** Carried out more than once. */
	readonly doubled: number;
}

/** How often each fault is tried among all tests. For many rounds: `npm run faults -- --rounds 50`. */
export const faultRounds = 2;

/** For one test: each round starts programs, and the computer may be busy. */
export const faultTimeoutMs = 240_000 * (faultRounds + 1);

/** How often each fault is tried: few times among all tests, many with `FAULT_ROUNDS=50`. */
export const faultRounds = Number(process.env['FAULT_ROUNDS'] ?? 2);

/** For one test: each round starts programs, and the computer may be busy. */
export const faultTimeoutMs = 240_000 * (faultRounds + 1);

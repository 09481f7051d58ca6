/** The build of Dexie for today's browsers: a tenth smaller than the one its name leads to. */
export const dexieForToday = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' };

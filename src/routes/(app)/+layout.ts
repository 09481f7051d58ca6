/** One shell for every address: the signed-in area is never rendered on the server. */
export const ssr = false;
export const prerender = false;

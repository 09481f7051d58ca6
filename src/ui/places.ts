/** The five places of the app, in the order of the bar. */
export const places = ['today', 'plan', 'rota', 'photos', 'more'] as const;
export type Place = (typeof places)[number];

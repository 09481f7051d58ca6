/**
 * Today has no lines of its own: they stand on the screens where the work is done.
 *
 * The group may add lines here, and then they are shown.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const todayGuidance: ScreenGuidance = { screen: 'today', lines: [] };

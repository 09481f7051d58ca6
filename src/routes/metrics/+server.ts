/** Numbers for a monitor on this machine, or with the token. */
import type { RequestHandler } from '@sveltejs/kit';
import { runningApp } from '#server/running.ts';

export const GET: RequestHandler = (event) => runningApp().monitor.answer(event);

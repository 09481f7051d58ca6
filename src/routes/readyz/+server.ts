/** This process can do its work: database, tables and room on the disk. */
import { readyAnswer } from '#server/replies.ts';
import { runningApp } from '#server/running.ts';

export const GET = async () => readyAnswer(await runningApp().problems());

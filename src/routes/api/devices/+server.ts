/** The devices that are signed in: one's own, and for leaders everyone's. */
import { listDevices } from '#server/devices.ts';
import { route } from '#server/route.ts';

export const GET = route(({ app, who }) => listDevices(app.engine, who));

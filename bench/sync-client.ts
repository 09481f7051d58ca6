/** All that the app loads for storage and syncing; client-size.ts weighs it. No part of the app. */
import { openDevice } from '#sync/device.ts';

// Named here, so that nothing of it is left out as unused.
Object.assign(globalThis, { openDevice });

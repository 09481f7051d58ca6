/**
 * What of its libraries the app needs for storage and syncing, and nothing else: client-size.ts
 * weighs it beside sync-client.ts. No part of the app.
 */
import Dexie from 'dexie';
import { diff3Merge } from 'node-diff3';
import { v7 } from 'uuid';
import * as z from 'zod/mini';

const shapes = [z.array, z.boolean, z.custom, z.enum, z.exactOptional, z.int, z.literal];
const more = [z.nullable, z.object, z.optional, z.strictObject, z.string, z.unknown, z.uuid];
const checks = [z.maxLength, z.minLength, z.minimum, z.nonnegative, z.refine, z.regex];
// Named here, so that nothing of it is left out as unused.
Object.assign(globalThis, { Dexie, diff3Merge, v7, shapes, more, checks });

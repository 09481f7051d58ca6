import { test } from 'vitest';
import { registry } from '#features/registry.ts';
import { openTables } from '#store/database.ts';
import { prepareDevice, setDeviceValue } from '#store/tables.ts';
import { newId } from '#store/id.ts';
import Dexie from 'dexie';
const open = async () => { const tables = await openTables('x' + newId(), registry); await prepareDevice(tables, newId); return tables; };
test('row only', async () => {
	const tables = await open();
	await tables.write(async (session) => { await session.rows('person').put({id:'1',version:1,row:{id:'1',createdAt:0,createdBy:'x'}}); });
});
test('row twice', async () => {
	const tables = await open();
	await tables.write(async (session) => { 
	await session.rows('person').put({id:'1',version:1,row:{id:'1',createdAt:0,createdBy:'x'}});
	await session.rows('person').put({id:'2',version:1,row:{id:'1',createdAt:0,createdBy:'x'}}); });
});
test('row get', async () => {
	const tables = await open();
	await tables.write(async (session) => { 
	await session.rows('person').get('1');
	await session.rows('person').get('2');
	await session.rows('person').put({id:'2',version:1,row:{id:'1',createdAt:0,createdBy:'x'}}); });
});
test('plain dexie', async () => {
	const db = new Dexie('y' + newId()); db.version(1).stores({a: 'id'});
	await db.transaction('rw', ['a'], async () => { await db.table('a').put({id: 1}); await db.table('a').put({id: 2}); await db.table('a').put({id: 3});});
});
test('plain dexie, wrapped', async () => {
	const db = new Dexie('y' + newId()); db.version(1).stores({a: 'id'});
	const put = async (n: number) => { await db.table('a').put({id: n}); };
	await db.transaction('rw', ['a'], async () => { await put(1); await put(2); await put(3);});
});
test('plain dexie, wrapped twice', async () => {
	const db = new Dexie('y' + newId()); db.version(1).stores({a: 'id'});
	const put = async (n: number) => { await db.table('a').put({id: n}); };
	const put2 = async (n: number) => { await put(n); };
	await db.transaction('rw', ['a'], async () => { await put2(1); await put2(2); await put2(3);});
});
test('plain dexie, wrapped twice, cache immutable', async () => {
	const db = new Dexie('y' + newId(), {cache:'immutable'}); db.version(1).stores({a: 'id'});
	const put = async (n: number) => { await db.table('a').put({id: n}); };
	const put2 = async (n: number) => { await put(n); };
	await db.transaction('rw', ['a'], async () => { await put2(1); await put2(2); await put2(3);});
});
test('two device values', async () => {
	const tables = await open();
	await tables.write(async (session) => { await setDeviceValue(session, 'epoch', 'x'); await setDeviceValue(session, 'epoch', 'y'); });
});
test('again', async () => {
	const tables = await open();
	await tables.write(async (session) => { await setDeviceValue(session, 'epoch', 'x'); await setDeviceValue(session, 'epoch', 'z'); });
});

test('two by hand', async () => {
	const tables = await open();
	await tables.write(async (session) => { await session.small('device').put({name:'epoch', value:1}); await session.small('device').put({name:'epoch',value:2}); });
});
test('two others by hand', async () => {
	const tables = await open();
	await tables.write(async (session) => { await session.small('draft').put({key:'epoch', values:1, at: 1}); await session.small('draft').put({key:'x', values:1, at: 1}); });
});

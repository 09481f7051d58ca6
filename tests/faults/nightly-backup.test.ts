/**
 * The backup that nobody asked for: made by the real server, put back by the command.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { setUpPractice } from '#tests/support/real-group.ts';
import { Browser, newFolder, pause, RealServer, runCommand } from '#tests/support/real-server.ts';

test('A backup is made soon after a start, and the real server runs on what is put back', async () => {
	const server = await RealServer.start();
	await setUpPractice(server, { token: await server.setUpSecret() });
	const { dataDir } = server;
	const folder = path.join(dataDir, 'backups');
	const isMade = () =>
		existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.gz'));
	while (!isMade()) await pause(200);
	await server.stop();
	const [file = ''] = readdirSync(folder);
	const elsewhere = newFolder();

	const restored = await runCommand(elsewhere, ['restore', '--from', path.join(folder, file)]);
	const again = await RealServer.start({ dataDir: elsewhere });
	const ready = await new Browser(again.address).ask('GET', '/readyz');
	await again.remove();
	rmSync(dataDir, { recursive: true });

	expect(restored.out).toContain('Quillwort Surgery');
	expect(ready.status).toBe(200);
});

/**
 * A disk of its own in a file (a loop device with ext4), whose power can be cut: from that moment
 * on nothing is written any more, and what only stood in memory is gone. Needs Linux, root and a
 * loop device.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const diskBytes = 64 * 1024 * 1024;
/** EXT4_IOC_SHUTDOWN, and not even what the file system has in hand is written (NOLOGFLUSH). */
const shutDown = `open(my $disk, '<', $ARGV[0]) or die $!;
my $how = pack('I', 2);
ioctl($disk, 0x8004587d, $how) or die $!;`;
/** By itself the system writes down what is older than this; it is meant never to. */
const neverSeconds = 600;
const ratio = 20;

export class LoopDisk {
	readonly #home = mkdtempSync(path.join(tmpdir(), 'noticeboard-disk-'));
	readonly #image = path.join(this.#home, 'image');
	/** A folder on the disk. */
	readonly folder = path.join(this.#home, 'disk');

	/** A string tells why there can be none here. */
	static create(): LoopDisk | string {
		if (process.getuid?.() !== 0) return 'Only root may make a disk and cut its power.';
		const disk = new LoopDisk();
		mkdirSync(disk.folder);
		writeFileSync(disk.#image, '');
		truncateSync(disk.#image, diskBytes);
		const problem = run('mkfs.ext4', '-q', '-F', disk.#image) ?? disk.#mount();
		if (problem === undefined) return disk;
		rmSync(disk.#home, { recursive: true });
		return problem;
	}

	cutPower(): void {
		insist(run('perl', '-e', shutDown, this.folder));
	}

	/** What had been written is there again. No program may be on the disk. */
	powerAgain(): void {
		this.#unmount();
		insist(this.#mount());
	}

	remove(): void {
		this.#unmount();
		rmSync(this.#home, { recursive: true, force: true });
	}

	#mount(): string | undefined {
		const options = `loop,commit=${neverSeconds}`;
		const problem = run('mount', '-o', options, this.#image, this.folder);
		if (problem !== undefined) return problem;
		this.#keepInMemory(ratio);
		return undefined;
	}

	#unmount(): void {
		this.#keepInMemory(0);
		insist(run('umount', this.folder));
	}

	/** The share of memory that is kept for it, so that nothing has to be written early. */
	#keepInMemory(percent: number): void {
		const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
		const [device = ''] =
			mounts.find((line) => line.split(' ')[1] === this.folder)?.split(' ') ?? [];
		try {
			writeFileSync(`/sys/block/${path.basename(device)}/bdi/min_ratio`, String(percent));
		} catch {
			// The system has no memory to give: it may write early, which saves more than it should.
		}
	}
}

/** What went wrong, in its own words. */
function run(command: string, ...args: string[]): string | undefined {
	const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
	if (status === 0) return undefined;
	return `${command}: ${error?.message ?? stderr.trim()}`;
}

function insist(problem: string | undefined): void {
	if (problem !== undefined) throw new Error(problem);
}

/** Hands a text to the person as a file of their own: saved, or through the phone's share sheet. */

function fileOf(name: string, text: string, type: string): File {
	return new File([text], name, { type });
}

export function saveAsFile(name: string, text: string, type = 'application/json'): void {
	saveBlob(name, fileOf(name, text, type));
}

export function saveBlob(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

/** Not every phone takes every kind of file. */
export function canShareFiles(type: string): boolean {
	if (!('canShare' in navigator)) return false;
	return navigator.canShare({ files: [fileOf('file', '', type)] });
}

/** Does nothing when the person closes the share sheet. */
export async function shareFile(name: string, text: string, type: string): Promise<void> {
	try {
		await navigator.share({ files: [fileOf(name, text, type)], title: name });
	} catch {
		// Closed without a choice: the file can still be saved.
	}
}

/**
 * Hands a file to the person's downloads. It leaves our hands here, so it is checked before.
 */
export function saveFile(file: File): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	document.body.append(link);
	link.click();
	link.remove();
	// The browser reads the file a moment after the tap.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Dragging a post to another day with the mouse, or with a long press where the phone can.
 *
 * Only for convenience: each post has a button that does the same.
 */
import type { Attachment } from 'svelte/attachments';

export interface Drag {
	/** The id of the post that is being dragged. */
	readonly postId: string | undefined;
	/** For the element that is dragged; undefined takes it away again. */
	from(postId: string): Attachment<HTMLElement>;
	/** For a day; `class:app-drop` shows where it would land. */
	to(day: string): Attachment<HTMLElement>;
}

export function dragging(ondrop: (postId: string, day: string) => void): Drag {
	let postId = $state.raw<string>();

	return {
		get postId() {
			return postId;
		},
		from: (id) => (element) => {
			element.draggable = true;
			return listen(element, {
				dragstart(event) {
					postId = id;
					// Firefox starts no drag without something to carry.
					event.dataTransfer?.setData('text/plain', element.textContent.trim());
					if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
				},
				dragend: () => (postId = undefined)
			});
		},
		to: (day) => (element) => {
			const show = (isOver: boolean) => element.classList.toggle('app-drop', isOver);
			return listen(element, {
				dragover(event) {
					if (postId === undefined) return;
					event.preventDefault();
					show(true);
				},
				dragleave(event) {
					const { relatedTarget } = event;
					if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(false);
				},
				drop(event) {
					show(false);
					if (postId === undefined) return;
					event.preventDefault();
					ondrop(postId, day);
					postId = undefined;
				}
			});
		}
	};
}

type DragListeners = Partial<
	Record<'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>
>;

function listen(element: HTMLElement, listeners: DragListeners): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const { dragstart, dragend, dragover, dragleave, drop } = listeners;
	if (dragstart) element.addEventListener('dragstart', dragstart, { signal });
	if (dragend) element.addEventListener('dragend', dragend, { signal });
	if (dragover) element.addEventListener('dragover', dragover, { signal });
	if (dragleave) element.addEventListener('dragleave', dragleave, { signal });
	if (drop) element.addEventListener('drop', drop, { signal });
	return () => stop.abort();
}

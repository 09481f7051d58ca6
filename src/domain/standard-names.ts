/** Names of the two mutations that every whole registry has besides those of the features. */
export const undoName = 'change.undo';
export const settleName = 'overlap.settle';

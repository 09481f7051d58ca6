/** The colours of the NHS tag. Without one it is dark blue. */
export type TagColour =
	| 'white'
	| 'grey'
	| 'green'
	| 'aqua-green'
	| 'blue'
	| 'purple'
	| 'pink'
	| 'red'
	| 'orange'
	| 'yellow';

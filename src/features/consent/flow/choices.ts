/**
 * Answers that many questions share. Neither is chosen before.
 */
export const yesOrNo = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' }
];

/** Which pages a numbered pagination offers: the first, the last, and those around the current one. */
export type PageOrGap = number | 'gap-before' | 'gap-after';

/** Pages are counted from 1. A gap always stands for at least two pages. */
export function pagesAround(current: number, total: number): PageOrGap[] {
	const wanted = (page: number) =>
		page === 1 || page === total || Math.abs(page - current) <= (total > 7 ? 2 : total);
	const shown: PageOrGap[] = [];
	for (let page = 1; page <= total; page++) {
		if (wanted(page) || (wanted(page - 1) && wanted(page + 1))) shown.push(page);
		else if (typeof shown.at(-1) === 'number')
			shown.push(page < current ? 'gap-before' : 'gap-after');
	}
	return shown;
}

/**
 * PC-28: hosts that hide where a link leads, and the parts of a link that follow people around.
 * Facts that change: see `checkedOn`.
 */
export const linkFacts = {
	version: 1,
	checkedOn: '2026-11-21',
	source: 'Own list of well-known services. The coordinator can add hosts as words of PC-28.',
	shortHosts: (
		'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rb.gy shorturl.at cutt.ly tiny.cc ' +
		'lnkd.in fb.me bl.ink t.ly dlvr.it trib.al rebrand.ly soo.gd s.id shorte.st adf.ly bit.do ' +
		'tiny.one qrco.de linktr.ee wp.me amzn.to spoti.fi ift.tt snip.ly mailchi.mp eepurl.com'
	).split(' '),
	/** Starts of names in the query of a link. */
	trackers: (
		'utm_ fbclid gclid dclid gbraid wbraid msclkid mc_cid mc_eid igshid igsh twclid ttclid li_fat_id ' +
		'_hsenc _hsmi mkt_tok vero_id yclid s_cid cmpid mibextid'
	).split(' ')
};

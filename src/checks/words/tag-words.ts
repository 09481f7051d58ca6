/**
 * PC-16: words that tags are made of, to put capitals back: `#selfcareweek` is `#SelfCareWeek`.
 */
export const tagWords: { readonly version: number; readonly words: ReadonlySet<string> } = {
	version: 1,
	words: new Set(
		(
			'a about active addiction adult adults age ageing alcohol all allergy alzheimers and anti antibiotic ' +
			'appointment arthritis ask asthma autism awareness baby back be better blood body book bowel brain ' +
			'breast british call cancer care carer carers cervical change charity check children childrens ' +
			'christmas clinic coffee cold community covid dance day days deaf dementia dental depression diabetes ' +
			'digital disability disabled doctor donate drink drinking dry earth ear eat eating epilepsy every ' +
			'exercise eye family feedback feel fit five flu food foot for free friend friends garden get good gp ' +
			"green group group's hand happy have health healthy hear hearing heart heat help hepatitis hero hiv " +
			'home hospice hospital hour how hygiene immune in infection is january jab join keep kidney kind ' +
			'kindness know learn life listen live liver living local loneliness long love lung lupus make mental ' +
			'march may meet memory men menopause mens midwife midwives migraine mind mindful mmr morning month ' +
			'move movember moving my national neighbour new nhs no november now nurse nurses nutrition obesity of ' +
			'on open organ our out pain parkinsons participation patient patients people pharmacist pharmacy ' +
			'physio plan post power ppg practice pressure pride prostate protect public quit raise read ready ' +
			'reception red rest ride rights run safe safety say screening see self sepsis sexual share shingles ' +
			'sick skin sleep smear smoke smoking spring stand staff step steps stop stroke students suicide ' +
			'summer sun support surgery survey swim talk tea team test thank thanks the them think this time to ' +
			'together us vaccinate vaccination vaccine vaccines vitamin voice volunteer volunteers vote walk ' +
			'walking warm wash water we week well wellbeing were what winter with women womens work world year ' +
			'yoga you young your youth zero'
		).split(' ')
	)
};

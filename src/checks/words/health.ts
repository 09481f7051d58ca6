/**
 * PC-06: words about illnesses, procedures, medicines and what happens to a body. One that names a
 * clinic, a talk or a campaign is about nobody. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

const single = // Illnesses
	(
		'cancer cancers tumour* leukaemia lymphoma melanoma diabetes diabetic asthma asthmatic copd emphysema ' +
		"bronchitis pneumonia tuberculosis tb angina stroke strokes dementia alzheimers alzheimer parkinson's " +
		'parkinsons epilepsy epileptic seizure* migraine* arthritis gout osteoporosis lupus fibromyalgia sciatica ' +
		'scoliosis eczema psoriasis acne shingles chickenpox measles mumps rubella meningitis sepsis septicaemia ' +
		'hepatitis hiv aids chlamydia gonorrhoea syphilis herpes thrush cystitis uti endometriosis fibroids ' +
		"infertility ivf menopause menopausal pcos prostate hernia* gallstones ulcer* colitis crohn's crohns ibs " +
		'coeliac celiac appendicitis pancreatitis jaundice cirrhosis anaemia anaemic haemophilia sickle-cell ' +
		'thalassaemia thyroid coronavirus covid flu norovirus tonsillitis glandular scabies impetigo ' +
		'conjunctivitis glaucoma cataract* blind blindness deaf deafness tinnitus vertigo paralysed paralysis ' +
		'palsy autism autistic adhd dyslexia dyslexic bipolar schizophrenia schizophrenic psychosis psychotic ' +
		'depression depressed anxiety ptsd ocd anorexia anorexic bulimia addict addiction addicted alcoholic ' +
		'alcoholism overdose overdosed suicidal suicide breakdown insomnia obesity obese incontinence incontinent ' +
		'constipation diarrhoea haemorrhoids piles varicose thrombosis dvt embolism aneurysm fibrillation ' +
		'pacemaker hypertension cholesterol allergy allergic anaphylaxis eczema cyst* polyp* abscess* gangrene ' +
		'cellulitis concussion concussed fracture* fractured sprain sprained dislocated ' +
		// Procedures and treatment
		'operation operations op surgery surgeon surgical transplant bypass stent hysterectomy mastectomy ' +
		'vasectomy amputation amputated amputee caesarean c-section biopsy chemotherapy chemo radiotherapy ' +
		'dialysis colonoscopy endoscopy mammogram smear ultrasound scan scans x-ray mri transfusion stitches ' +
		'jab jabs vaccine vaccinated vaccination vaccinations immunised injection injections physiotherapy ' +
		'counselling therapy rehab detox palliative hospice remission relapse relapsed ' +
		// Medicines
		'insulin antidepressant* antidepressants statin* warfarin methadone morphine steroids antibiotics ' +
		'chemotherapy inhaler* hrt viagra prozac ritalin lithium tablets medication ' +
		// What happens
		'pregnant pregnancy miscarriage miscarried stillborn stillbirth abortion premature twins labour ' +
		'diagnosed diagnosis prognosis symptom* terminally terminal ill illness unwell poorly sick sickness ' +
		'hospitalised ambulance discharged icu coma unconscious collapsed fainted bleeding infected ' +
		'contagious quarantine wheelchair disabled disability prosthetic colostomy catheter stoma hearing-aid ' +
		'overweight underweight limp scar scars bruise* wound wounds burns injured injury injuries'
	).split(' ');

export const healthWords: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { condition: single.filter((word) => !word.includes('-')) },
	fires: [
		'{condition}',
		'heart attack|failure|disease|condition|problem|problems|murmur|rhythm',
		'blood pressure|clot|clots|test|tests|sugar|disorder',
		'mental health|illness|breakdown',
		'knee|hip|shoulder|joint replacement|replacements|surgery',
		'kidney|liver|lung disease|failure|stone|stones|problem|problems',
		'back|chest|neck|knee|hip|stomach pain|pains|trouble',
		'chronic fatigue|pain',
		'long covid',
		'sickle cell',
		'multiple sclerosis',
		'motor neurone',
		'muscular dystrophy',
		'cystic fibrosis',
		'spina bifida',
		'cerebral palsy',
		'brain injury|tumour|bleed|damage|haemorrhage',
		'broke|broken|breaking|fractured ~2 arm|leg|hip|wrist|ankle|foot|rib|ribs|nose|collarbone|bone|neck|back|finger|toe',
		'in|into|to|left|out hospital',
		'rushed to',
		'intensive care',
		'care home',
		'eating disorder',
		'self harm|harmed|harming',
		'had|having|expecting|has|lost ~2 baby|babies',
		'due date',
		'passed away',
		'long fight|battle with|against',
		'test|tests|tested|results positive|negative|results',
		'test results',
		'walking frame|stick',
		'hearing aid|aids',
		'side effects',
		'learning disability|disabilities|difficulties',
		'special needs',
		'sexual health',
		'x ray|rays',
		'c section',
		'drink|drug|drugs|alcohol problem|problems|abuse|habit',
		'spread to',
		'sober',
		'temperature of|and',
		'in bed with',
		'girl|boy|son|daughter|baby|twins was|were born',
		'was|were|being born at|on|in|weighing',
		'gave|giving birth',
		'birth centre|partner|plan',
		'tripped|slipped|fell|fallen ~1 on|over|down|off',
		'on the mend',
		'under the weather',
		'get well',
		'recovering|recovered|recovery|recovers',
		'bereaved|bereavement',
		'died|dies|dying',
		'new hip|knee|heart|kidney|liver',
		'on crutches',
		'plaster cast',
		'panic attack|attacks',
		'tested positive',
		'all clear',
		'waiting for ~2 results',
		'went|goes|going under the knife',
		'in|into for ~1 op|operation',
		'nervous breakdown',
		'living with ~2 hiv|cancer|pain|dementia|ms',
		'hooked up to',
		'on oxygen',
		'off work|sick|ill',
		'signed off',
		'tummy bug',
		'high temperature',
		'vomiting',
		'wheezing',
		'on the waiting list for'
	],
	fine: [
		'+ Surgery|Hospice|Hospital|Ambulance',
		'{condition} ~1 clinic|clinics|talk|talks|week|month|day|days|awareness|campaign|group|groups|charity|society|trust|support|friends|café|cafe|coffee|walk|walks|appeal|leaflet|leaflets|stall|session|sessions|nurse|nurses|team|screening|research|uk|information|poster|season|reviews|appointments|bookings|stories|choir|prevention|service|services|charities|unit',
		'talk|talks|leaflet|leaflets|session|book|books|poster|week|information about|on|for ~2 {condition}',
		'blood pressure monitor|monitors|machine|machines|check|checks|clinic',
		'blood test|tests room|clinic|clinics|bookings',
		'mental health week|day|month|awareness|first|champion|nurse|team',
		'hearing aid|aids clinic|batteries|drop|tube*',
		"the|our|your|this|a|at surgery|surgery's",
		"surgery|surgery's garden|team|door|car|staff|is|has|was|will|and|nurse|waiting|reception|website|opens|closed|open|phone|phones|said",
		'your|our|the scan',
		'scan the|this|our qr|code',
		'health|cervical|bowel|breast screening',
		'flu|covid|travel jabs|jab are|is|now|start|clinic',
		'labour party|council|mp|candidate|councillor'
	]
};

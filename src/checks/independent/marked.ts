/**
 * Posts with something in them, one a line: which checks a careful person would expect, then the
 * words. A line that starts with `reply` answers a comment.
 *
 * Written before the patterns. Lines with an even number were held back: nobody tuned a pattern on
 * them. All people, places and numbers are made up; numbers are from ranges that nobody has.
 */
export const markedPosts = `
PC-01 | Could someone at the desk look at 999 000 0018 for my mum please
PC-01 PC-05 | Forms for J Brown, dob 3/4/51, NHS number 999 000 0026, are ready to collect
PC-02 | Lift to the flu clinic? Give Maureen a bell on 07700 900 261.
PC-02 | Jam jars wanted. Ring 01632 960 718 in the evening.
PC-03 | Send your cake recipes to brenda.bakes@example.org by Friday.
PC-03 | To help with the garden write to tom (at) example (dot) net
PC-04 | Leave old spectacles on the porch at 19 Larch Avenue.
PC-04 | Coffee at my place on Sunday, ZZ98 4QR, bring a friend.
PC-05 | Happy birthday to our oldest member, born on 2 February 1929!
PC-06 | Get well soon Brian, we hear the knee replacement went fine.
PC-06 | Mr Choudhury was rushed to hospital with a heart attack at our quiz night. He is doing well.
PC-06 | So proud of Chloe, who has epilepsy and ran the 10k for us.
PC-06 | Our thoughts are with Margaret's family. She lost her long fight with dementia on Tuesday.
PC-06 | Congratulations to Fatima and Yusuf on their IVF twins!
PC-06 | Mrs Pritchard told us how the stroke changed her life.
PC-06 | Say hi to Kwame, back at the desk after his operation.
PC-06 | Little Oliver has chickenpox, so the party is off.
PC-06 | Sheila is off her insulin now and feels great.
PC-06 | Miss Nowak had her baby at home with help from our midwife.
PC-10 | Got a cold? Double up on vitamin C and take ibuprofen three times a day.
PC-10 | You can safely stop your blood pressure tablets once you feel better.
PC-10 | There is no need to bother the doctor with a rash like that.
PC-10 | A spoon of honey will cure any cough in a week.
PC-10 | Chest feeling tight? It is most likely just stress.
PC-10 | Give your child half an adult tablet if you run out of syrup.
PC-10 | Antibiotics will sort that ear out. Ask a friend for their leftovers.
PC-10 | Adults need 500mg twice daily to see off the pain.
reply PC-10 | Sounds like a chest infection. Keep taking the antibiotics and skip the steroid.
reply PC-10 | You don't need a doctor for that, put some steroid cream on it.
PC-11 | Pop into Bella's Florist on Mill Lane and get 10% off with this post.
PC-11 | Our friends at StepEasy make the best walking sticks. Order yours now!
PC-11 | We can highly recommend Hughes Hearing for your hearing aids.
PC-11 | Use the discount code PATIENT at checkout.
PC-11 | This post is brought to you by Oakfield Care Home.
PC-11 | Two for one on all glasses at Clearview Opticians until Sunday.
PC-11 | Why not treat yourself at the Copper Kettle? The best scones in town!
PC-11 | Everyone should switch to the HealthBuddy app. It is only £2.99.
PC-12 | The government has starved the NHS and everyone knows it.
PC-12 | Our MP came to see the new building. What a lovely visit!
PC-12 | If you care about the surgery, vote Liberal Democrat on 6 May.
PC-12 | Councillor Reed says she will fight for our car park.
PC-12 | Only Reform UK would fix the waiting lists.
PC-12 | Polling day is nearly here. Ask the candidates about GP numbers.
PC-12 | Come and hear the Health Secretary explain himself.
PC-12 | The Tories closed our cottage hospital. Never forget.
PC-13 | Half of all adults do not move enough.
PC-13 | Studies show that an hour in the garden lowers blood pressure.
PC-13 | Eight out of ten people will have back pain one day.
PC-13 | Walking each day can cut your risk of a stroke by a third.
PC-13 | Scientists have found that coffee is good for the liver.
PC-13 | 75% of antibiotics are given out by GPs.
PC-13 | Experts agree that screens before bed are bad for sleep.
PC-13 | One in four of us will have a mental health problem each year.
PC-15 | Flu season is here. #FluJab #Winter #NHS #GetYours #StayWell #Exampleton
PC-15 | Join us for #Men's Health Week.
PC-15 | Come to the stall #PPG #OurSurgery #ppg
PC-15 | See you at the fair #2027
PC-15 | Thanks all!#CarersWeek
PC-15 | Look for the # on our posters.
PC-16 | Time for a rest and a drink of water. #worldsleepday
PC-16 | Cheers to everyone who came. #exampletonpatients
PC-16 | It's nearly here! #CARERSRIGHTSDAY
PC-16 | New year, new you, new steps. #walkingforhealth #StepUp
PC-17 | DON'T FORGET your flu jab!
PC-17 | The surgery is CLOSED ALL DAY on Monday 28 December.
PC-17 | WE NEED YOU! Come and join the patient group.
PC-17 | Please please please cancel if you cannot come!!!
PC-17 | BRING A FRIEND AND A CUP to the coffee morning.
PC-17 | IMPORTANT NOTICE about the car park.
PC-20 | Patients who have been invited to attend for a health check but who have not yet managed to book one are asked to get in touch with reception at their earliest convenience.
PC-20 | Participation facilitates collaborative prioritisation of organisational improvement opportunities.
PC-20 | Following consultation, the partners have determined that telephone triage arrangements necessitate modification.
PC-20 | If you are over sixty five or you have a long illness or you look after someone who is ill then you can have a free flu jab at the surgery or at a pharmacy.
PC-20 | Appropriate utilisation of emergency departments substantially reduces unnecessary hospital admissions.
PC-20 | Comprehensive information regarding vaccination eligibility is obtainable electronically.
PC-21 | 🎉🎉🎉 We did it! The garden is open.
PC-21 | Bring 🍰 and 🍪 to the sale on Monday.
PC-21 | Flu jabs 💉 tea ☕ cake 🍰 chat 💬 and a smile 😀
PC-21 | 𝐅𝐫𝐞𝐞 talk on sleep at the library.
PC-21 | See you there ;-)
PC-21 | Thank you all for coming :)
PC-23 | What kind of moron parks across an ambulance bay?
PC-23 | Old people should stop wasting the doctor's time.
PC-23 | Those receptionists are a bunch of dragons and liars.
PC-23 | Immigrants are clogging up our surgery.
PC-23 | The stupid phone menu was made by stupid people.
PC-23 | People on benefits are scroungers who get all the appointments.
PC-23 | You'd have to be a nutter to miss this talk.
PC-23 | Some of these fat patients only have themselves to blame.
PC-23 | Shut up and wait your turn, you whingers.
PC-23 | It's a crap system and the boss is a pillock.
PC-24 | Nurse Wilkins gave false results and covered it up.
PC-24 | The practice is corrupt and takes money from drug firms.
PC-24 | Their doctor was struck off and nobody told us.
PC-24 | The care home on Elm Road neglects its residents.
PC-24 | Mr Dunn the treasurer has been stealing from the tea fund.
PC-24 | That pharmacy rips people off with fake medicine.
PC-24 | The hospital killed my neighbour and lied about it.
PC-24 | The manager is a bully who should be sacked.
PC-25 | Who can finish a yard of ale for the hospice? Video it and nominate a mate!
PC-25 | Drop a dress size by Saturday with our juice fast.
PC-25 | Children, message us your full name and your school to get a badge.
PC-25 | Send us your home address and we will post you a pack.
PC-25 | Tag your kids and tell us where they go to nursery.
PC-25 | Ten shots in ten minutes. Are you brave enough?
PC-25 | Share a photo of your child in their school uniform below.
PC-25 | Under 12? Add us as a friend and send us your selfie.
PC-25 | Inbox us your date of birth and mobile number to win a hamper.
PC-26 | The Clinical Commissioning Group wants to hear from you.
PC-26 | Tweet us your best walk.
PC-26 | We are on Twitter and Facebook.
PC-26 | NHS Digital has made a new page for carers.
PC-26 | PHE has new advice on hot weather.
PC-26 | Purdah begins in March, so we will post less.
PC-26 | Look in the NHS Apps Library for a sleep app.
PC-27 | The PCN has a new social prescriber.
PC-27 | Our DNA rate went down in May.
PC-27 | The ICS is working with stakeholders on the pathway.
PC-27 | Ask the MDT about your care plan.
PC-27 | Secondary care will pick up your referral.
PC-27 | The ANP and the FCP can both see you.
PC-28 | To fill in the form click here.
PC-28 | Book a place at https://tinyurl.com/ppgtalk
PC-28 | Our page is at http://www.exampleton-ppg.example
PC-28 | See https://www.nhs.uk/live-well/?utm_campaign=jan&utm_medium=social for ideas.
PC-28 | Click this link to join us: https://www.exampleton-ppg.example/join
PC-28 | https://www.exampleton-ppg.example/walk?fbclid=IwAR0abc is where to sign up.
PC-29 | Our Christmas lunch is on Wednesday 17 December 2026 at noon.
PC-29 | The stall is on Sunday 31 November.
PC-29 | Come to the talk on Monday 9 November 2026.
PC-29 | AGM: Thurs 14th Jan 2027? No, Wed 14th Jan 2027.
PC-29 | Walk on Friday, December 12th 2026, from the gate.
PC-29 | Flu clinic on Saturday 6 December at 9am.
reply PC-31 | I'm sorry that your test results went missing.
reply PC-31 | We have looked at your file and you did not ring.
reply PC-31 | As one of our patients you can use the Saturday clinic.
reply PC-31 | Your blood test was booked for the wrong day, sorry.
reply PC-31 | Dr Okafor said that you missed your appointment.
reply PC-31 | Our notes show that you were seen on Monday.
reply PC-31 | We are sorry your operation was put off.
reply PC-31 | You were registered here last year, so you can come.
PC-33 | Keep it under your hat, but Dr Lane hands in her notice on Friday.
PC-33 | Two of the partners are in a pay dispute.
PC-33 | Off the record, the surgery may close its branch.
PC-33 | Our cleaner's contract is worth £14,000 and is up for tender.
PC-33 | Not for sharing yet: we merge with Hilltop in April.
PC-33 | A receptionist has been suspended while they look into it.
PC-33 | The practice manager has resigned and will go in January.
PC-33 | Staff will be made redundant in the spring.
PC-36 | The car park is shut tomorrow.
PC-36 | Don't miss the talk tonight at 7pm.
PC-36 | Book your flu jab today.
PC-36 | Phones are down this morning. Please use the online form.
PC-36 | We meet next Thursday in the library.
PC-36 | Only a few places left for this Saturday.
PC-36 | The stall was great fun yesterday.
PC-17 PC-36 | LAST CHANCE to have your say. The survey closes tonight.
PC-13 PC-36 | One in three of us skips breakfast. Did you have yours this morning?
PC-16 PC-21 | Big day for our volunteers 💙💙💙 #volunteersweek
PC-06 PC-36 | Best wishes to Joan, who goes in for her cataract op tomorrow.
PC-02 PC-11 | Stairlifts from £99! Call 01632 960 555 to claim your special offer.
PC-12 PC-24 | The Labour council lied about our bus stop.
PC-26 PC-28 | Follow the CCG on Twitter, click here.
PC-10 PC-13 | Research proves that garlic will cure colds.
PC-20 PC-27 | Integrated neighbourhood teams will deliver holistic interventions across the PCN footprint.
PC-23 PC-24 | The lying scumbags at the council stole our funding.
`;

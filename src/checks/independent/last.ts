/**
 * A third set, written after the word lists had been widened, and left alone since: the fairest look
 * at how the checks do. Format as in late.ts. All people, places and numbers are made up.
 */
export const lastPosts = `
clean | The results of our survey are in. You want earlier phone lines, kinder seats and a tap for water bottles. The practice has said yes to two of the three.
clean | Could you read to children in the waiting room for half an hour a week? We will give you the books and a very small chair.
clean | The nurse who runs the leg clinic says thank you for all the old pillowcases. She has enough now.
clean | Do you get your medicines in a tray? From Monday 7 December the tray will have a new lid. Ask the pharmacist to show you.
clean | A man came to our stall and said that he had never told anyone how lonely he was. He now comes to the allotment group. That is why we do it.
clean | The surgery is looking into a second entrance for prams and wheelchairs. There is a plan on the wall. Tell us what you think of it.
clean | Your flu letter may look like junk mail, but it is real. It has the name of our surgery at the top.
clean | Thank you to Mr Singh at the post office for letting us put up our poster.
clean | Nobody likes to talk about poo. But if something has changed and it worries you, tell your practice. They have heard it all before.
clean | Our next newsletter is about hearing. If you wear hearing aids and would like to share a tip, write it on a card at reception.
clean | Ramadan, Lent or Dry January: if you change how you eat, check with your pharmacist when to take your medicines.
clean | Two of our group went to the county meeting and came back with a lot of good ideas and one parking ticket.
clean | The waiting room clock is right again. It had been ten minutes slow since the spring, which explains a lot.
clean | Walkers, please note that the stile by the mill is broken. We will take the lane and meet at the ford.
clean | The doctors and nurses answer your online forms in order of need and not in order of time. That is why some people hear back sooner.
clean | If you are over 75 and live alone, the fire service will fit a smoke alarm for free. Ask at the library for the form.
clean | Mind how you go on the ramp. The frost stays there longest.
clean | What does a patient group do? We listen, we nag a bit, and we make tea.
clean | The art on the stairs is by pupils of the primary school. It is for sale, and the money goes to the hospice.
clean | If you have a learning disability, you can have a longer visit once a year to check on your health. Bring someone with you if you like.
clean | The practice will not have a Saturday clinic on 26 December.
clean | A warm welcome to our new chair, Lena. She has promised short meetings and long coffee breaks.
clean | Ask us anything about the group on our stall at the fair. Medical questions go to the professionals.
clean | There will be a queue for the car park on clinic days. Come on foot if you can.
clean | Thanks to everyone who brought a coat for the rail. Forty have found a new home.
clean | You do not need to be good at computers to join our group. Half of our work is done on paper with a biro.
clean | Your body changes after fifty. So does your sleep. Come to the talk on Monday 11 January 2027 and bring your questions.
clean | The water is off in the patient toilet. Please use the one on the first floor.
clean | Sign language class for beginners, Tuesdays at 7pm in the school. It is fun and there is no exam.
clean | We want to hear from people who work shifts. When would you like the surgery to be open?
PC-06 | Well done to our own Mrs Achebe. Only six weeks ago she could not walk after her fall, and on Sunday she did the whole park.
PC-06 | Spare a thought for Hassan, our driver, who is waiting for a new kidney.
PC-06 | Little Freya was so brave when the nurse gave her the needle.
PC-06 | Janet is using the toilet on her own again and wants you all to know.
PC-10 | Feed a cold and starve a fever, as my nan used to say. It never fails.
PC-10 | For a bad back, lie flat on the floor for a week.
PC-10 | If the inhaler makes you shaky, use it less often.
reply PC-10 | It could be your gallbladder. Stay off fatty food and you will be fine.
PC-11 | The sandwiches came from Molly's on the corner, who do weddings too. Give them a ring.
PC-11 | Save ten pounds on your first eye test at Looks when you show this post.
PC-11 | If you need a plumber, our member Ted is your man.
PC-12 | The mayor cut the ribbon of our new garden.
PC-12 | Remember who voted to close our ward when you go to the ballot box.
PC-12 | Well done to the Prime Minister for putting more cash into surgeries.
PC-13 | People who sing live longer.
PC-13 | Nine people in this town die each month from smoking.
PC-13 | It's official: walking is better than running.
PC-15 | #Come #To #Our #Fair
PC-16 | Take a break. #mentalhealthawareness
PC-17 | PLEASE NOTE the new opening hours.
PC-20 | Attendees are requested to familiarise themselves with the evacuation procedures displayed prominently throughout the premises.
PC-21 | Open 🕘 until 🕔 on Saturdays.
PC-23 | If you can't be bothered to turn up, you don't deserve a doctor.
PC-23 | Some mothers round here should not be allowed to breed.
PC-23 | What a bunch of losers at the other group.
PC-24 | Ask the chair where the lottery grant went. It was not on chairs.
PC-24 | That surgeon should never be let near a knife again.
PC-24 | The agency charges double for nurses who do not exist.
PC-25 | Stay up for 48 hours with us for charity. No sleep allowed!
PC-25 | Lads, let's see who can eat the most chillies.
PC-25 | Leave your phone number in the comments and we will ring you.
PC-26 | Your CCG has a vacancy for a lay member.
PC-27 | Speak to a care coordinator about your PHB.
PC-28 | For the form, tap here.
PC-29 | The AGM is on Monday 13 January 2027.
reply PC-31 | You should have had a call from Dr Okafor by now.
reply PC-31 | It was lovely to meet you and your new baby at the clinic.
reply PC-31 | We are sorry that we lost your sample.
PC-33 | Don't say I told you, but they are going to cut the evening clinic.
PC-33 | The practice owes the builder a lot of money.
PC-36 | The surgery is closed this afternoon.
PC-36 | The vaccine van comes on Monday next.
`;

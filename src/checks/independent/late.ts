/**
 * A second set, written after the patterns and with other words on purpose: longer posts, and things
 * said in a roundabout way. Nobody tuned a pattern on any of them. Format as in marked.ts; a line
 * that starts with `clean` has nothing in it. All people, places and numbers are made up.
 */
export const latePosts = `
clean | What a morning! The rain stayed away, the kettle stayed on and the raffle table was empty by noon. Thank you to all the bakers, and to the Scouts for moving the tables.
clean | A gentle reminder that the surgery car park is for patients and staff. If you are only popping to the shops, please use the one behind the library.
clean | We had a letter from a patient who could not reach the bell at the side door. The practice has now moved it lower. Keep telling us these things.
clean | The practice has a new way to send photos of a rash to the nurse. You get a link by text, and you send the picture from your phone. If you do not have one, just come in.
clean | Our group has no say in who is seen first. What we can do is tell the practice how it feels to wait, and we do.
clean | Meet the team on Wednesday 9 December, 2pm to 4pm. There is a doctor, a nurse and a pharmacist to talk to about how the surgery works.
clean | If you had a letter about a bowel screening kit, do not put it in a drawer. It is quick, it is free and you do it at home.
clean | Did you know that the surgery keeps a list of people who need large print, an interpreter or a quiet room? Ask to be put on it.
clean | Every year our knitters make hats for the newborn unit. Wool in soft colours is what they need most. There is a basket by the door.
clean | The new doctor's room is on the first floor. If stairs are hard for you, say so when you book and you will be seen downstairs.
clean | We are often asked why the doors open at 8am and the phones at 8am too. So did we! The practice will try 7.45am for the doors in January.
clean | The Christmas opening times are on our noticeboard and on the practice website. Please order your repeat medicines in good time.
clean | Two seats are free on our committee. We meet six times a year, have a laugh and get things done. Come and try one meeting first.
clean | The last talk on sleep was so full that people stood in the hall. It will be held again on Thursday 14 January 2027 at 6.30pm.
clean | If English is not your first language, the surgery can book someone who speaks yours. It is free. You do not need to bring a relative.
clean | Someone left a walking stick with a duck's head on the bus to the hospital. It is at reception, and it misses you.
clean | A huge well done to the gardeners. The bed by the entrance was all weeds in April, and now it has roses, herbs and a very proud robin.
clean | Your comments on the new phone queue: most of you like to be told your place in it, and nobody likes the music. The practice is looking for a new tune.
clean | Please do not bring dogs into the waiting room, however lovely they are. Guide dogs and other assistance dogs are welcome, of course.
clean | Nurses from the surgery will be at the mosque on Friday 11 December to answer questions about vaccines. All are welcome.
clean | The chemist in the square now shuts for lunch. If you come for your medicines, aim for before 1pm or after 2pm.
clean | Are you a young carer, or do you know one? There is a club with games, trips and people who get it. Ask at the desk.
clean | The defibrillator on the wall of the village hall has new pads. Thank you to the pub quiz for paying for them.
clean | We sat down with the practice to look at what you told us in the autumn. Next month we will tell you what is going to change, and what is not, and why.
clean | Bring a bottle of water to the walk, and shoes that can get muddy. Dogs on leads are fine. We go at the pace of the slowest.
clean | Thank you to the reader who spotted that our poster had the wrong time on it. It has been put right.
clean | Nobody should feel judged for asking for help with drinking. There are friendly local services, and you can ask the nurse about them in private.
clean | The first aid course in the hall is full. Leave your name if you would like to be told about the next one.
clean | Our library corner has large print books, puzzles and a box of toys that are washed each night.
clean | The front desk is moving for a week from Monday 7 December while the floor is mended. Follow the yellow arrows.
clean | Some of you told us that the gown rooms are cold. Heaters are on order.
clean | A baby box of clothes for 0 to 12 months is free to take from the health visitor's room. Give what you can, take what you need.
clean | The best part of our meeting was the tour. Who knew there was a whole room of filing cabinets behind that little door?
clean | If you are waiting for a hospital letter, the number to ring is on the back of your referral form.
clean | Cold house? Your energy supplier keeps a list of people who need help first in a power cut. Ask them to add you.
clean | We said a fond goodbye to our oldest armchair. Four new ones have come, with arms and high seats, just as you asked.
clean | The pharmacist at the surgery can look at all your medicines with you once a year. Ask at the desk for a review.
clean | It was Carers Week, and carers told us what would help: a phone call in the evening, and a place to sit down. Both are being looked at.
clean | Next year's walks are on a card at reception. They are short, and there is always a bench.
clean | Grab a mince pie and tell us what you think of the surgery. Friday 18 December, 10am to noon, waiting room.
PC-06 | We are all sending love to Gloria. She found out last week that it has spread to her liver.
PC-06 | Old Mr Pettigrew tripped on the step at our meeting and they took him away in an ambulance.
PC-06 | Huge congratulations to Anjali and Tom, whose little girl was born at the birth centre on Monday.
PC-06 | Stefan has been sober for one year. What a hero!
PC-06 | Thank you Deborah for talking so openly about living with HIV.
PC-06 | Our treasurer Malcolm is on the mend after having a stent put in.
PC-06 | Poor Ines is in bed with a temperature, so there is no yoga.
PC-10 | A hot toddy and two co-codamol will see you right.
PC-10 | If the dizzy spells come back, leave off the water tablets for a couple of days.
PC-10 | Bleeding gums are nothing to worry about. Just brush harder.
PC-10 | Try cutting out bread. It got rid of my friend's joint pain in a fortnight.
PC-10 | You could always get some antibiotics online, they are cheap.
reply PC-10 | That mole sounds harmless, I would leave it.
reply PC-10 | Have you tried apple cider vinegar? It works wonders on gout.
PC-11 | Fancy a bite after your appointment? Gino's does a lovely lasagne, and the coffee is to die for.
PC-11 | Big thanks to Tyler & Sons Solicitors, the only people you should trust with your will.
PC-11 | The mattress shop on the ring road has a January sale with a third off everything.
PC-11 | Ask for Karen at Glow and she will do you a deal on a massage.
PC-11 | Get your hands on these new pulse watches while they last.
PC-12 | Let's get this lot out of power and save our surgery.
PC-12 | Thank you to Jane Rowe MP for opening our garden.
PC-12 | The council leader has promised to fight the cuts if his party wins in May.
PC-12 | Brexit has left us short of nurses.
PC-12 | Please sign the petition against the Prime Minister's plan.
PC-13 | Most strokes could be prevented.
PC-13 | Loneliness is as bad for you as fifteen cigarettes a day.
PC-13 | Twice as many men as women die of heart disease.
PC-13 | It has been shown that laughing is good for your heart.
PC-13 | Flu kills thousands of people each winter.
PC-13 | Around nine in ten sore throats get better on their own.
PC-15 | Come along. #Exampleton#PPG
PC-15 | Do you know your numbers? #Know-Your-Numbers
PC-15 PC-16 | Eat more greens! #fiveaday #healthyeating #veg #greens #fiveaday
PC-16 | Thanks for a great week #carersweek2027
PC-17 | NO PARKING in front of the ambulance bay.
PC-17 | Thank you thank you THANK YOU SO MUCH to our bakers.
PC-17 | The talk is full!!
PC-20 | The surgery has, after careful thought and with the help of the many people who filled in our form in the summer and the autumn, decided to keep the old phone number for at least another year.
PC-20 | Utilise the designated receptacles for the disposal of contaminated personal protective equipment.
PC-20 | Individuals demonstrating respiratory symptoms should endeavour to minimise unnecessary interactions.
PC-21 | Bring your 🐶 to the walk.
PC-21 | 🍎🍌🍇🥕 Five a day is easier than you think.
PC-21 | We are so happy :D
PC-23 | Anyone who skips their appointment wants their head examined.
PC-23 | Typical woman driver took out our sign.
PC-23 | The oldies love a moan, don't they?
PC-23 | These benefit cheats are why you can't get seen.
PC-23 | Honestly, the thickest receptionist in England works here.
PC-24 | Someone in the finance office has had their hand in the till.
PC-24 | The surgery doctors its waiting time figures.
PC-24 | Our last treasurer walked off with the raffle money.
PC-24 | That dentist butchers people.
PC-24 | The care home lets people die of thirst.
PC-25 | Tell us in the comments which school your little ones go to!
PC-25 | First to finish a bottle of wine wins a hamper.
PC-25 | Eat nothing but soup for ten days and watch the pounds fall off.
PC-25 | Girls and boys, write to us in private and tell us how old you are.
PC-25 | Pop your kids' pictures in the comments, with their names, and we will pick a winner.
PC-26 | Retweet if you love our nurses.
PC-26 | The CCG board meets in public.
PC-26 | Public Health England has a leaflet on ticks.
PC-27 | We are recruiting to our reference group to inform the commissioning cycle.
PC-27 | Your HCA can do your BP and bloods.
PC-27 | The new model of care will drive transformation at place level.
PC-28 | The form is here: bit.ly/ppg-form
PC-28 | Sign up by pressing this link.
PC-28 | https://www.exampleton-ppg.example/news?utm_source=newsletter is our new page.
PC-29 | The carol service is on Tues 22nd December 2026. See you on Wednesday the 22nd of December!
PC-29 | Next walk: Saturday 31 June 2027.
PC-29 | The group meets on Thursday 8th December 2026 at 6.30pm.
PC-29 | Sat 7 November 2026: come and help at the clinic.
reply PC-31 | I can see you rang twice on Monday and that nobody called back.
reply PC-31 | We do have you down for a blood test on Thursday.
reply PC-31 | So sorry the nurse kept you waiting.
reply PC-31 | Glad the new tablets are working for you.
reply PC-31 | Your dad is on our list for a home visit.
PC-33 | Rumour has it that the landlord wants the building back.
PC-33 | The partners have fallen out over money.
PC-33 | We hear the bid for the new building came in at £2.1 million. Mum's the word.
PC-33 | Nurse Bell is off to another practice, but she has not told her patients.
PC-33 | Here are the draft plans that the practice has not shown anyone.
PC-36 | Doors open in an hour, see you there.
PC-36 | We are at the market until noon today.
PC-36 | The clinic is this coming Saturday.
PC-36 | There is a week to go until our open day.
PC-36 | The phones are down at the moment.
`;

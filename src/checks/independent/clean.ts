/**
 * Posts that a group could put up as they stand, one a line: no check has anything to say.
 *
 * Written before the patterns, from what patient groups post about. Lines with an even number were
 * held back: nobody tuned a pattern on them. All people, places and numbers are made up.
 */
export const cleanPosts = `
The flu clinic is on Saturday 5 December, 9am to 1pm. You do not need to book.
We meet on the second Tuesday of the month at 6.30pm in the surgery. New faces are welcome.
Did you know you can order repeat prescriptions in the NHS App? Reception can show you how.
The surgery is shut on Thursday 10 December from 1pm for staff training. Call 111 if you cannot wait.
Thank you to everyone who gave books for our sale. The new chairs for the waiting room are on order.
Phones are quieter after 2pm. If it can wait, please ring in the afternoon.
Feeling lonely? Our knit and natter group meets each Wednesday at 10.30am in the library. 🧶
You said the car park was too dark. We asked, and the practice has put in two new lights.
If you care for someone, tell reception. They can put you on the carers list.
Our walking group goes round the park on Fridays at 11am. It is flat and takes 40 minutes.
Can't make it? Please cancel your appointment, so that someone else can have it.
Pharmacists can help with sore throats, earache and more. No appointment needed. #PharmacyFirst
The minutes of our November meeting are on the practice website and on the board.
Would you like to join us? We need people of all ages. Leave your name at reception.
The lift is working again. Thanks for your patience.
Blood tests are by appointment only. Book at reception or in the NHS App.
Our charity quiz made £312 for the garden. Well done to the Quizzy Rascals, who won by one point!
Think before you dial 999. For urgent help that is not an emergency, use 111.nhs.uk or call 111.
Do you use British Sign Language? The practice can book an interpreter. Tell them when you book.
The Christmas raffle is open. Tickets are £1 at the front desk.
Bank holiday opening times are on the door and at https://www.exampleton-surgery.nhs.uk/opening
Stopping smoking is hard. You are more likely to do it with help. Ask the nurse about local classes.
We were at the library with our stall on Monday. Thank you to all 34 people who came to talk.
The blood pressure machine in the waiting room is free to use. Ask at the desk if you are stuck.
Samaritans are there day and night on 116 123. You do not have to be in crisis to call.
Our PPG is ten years old! Cake and tea in the waiting room on Friday 11 December at 3pm. 🎂
Please tell the practice if you have moved house or changed your phone number.
Reception staff ask a few questions so that you see the right person. It is all kept private.
Bring your red book and any questions to the baby clinic. It runs every Wednesday.
Carers' coffee morning: Tuesday 8 December, 10am, St Anne's Hall. All carers are welcome.
Has a member of staff made your day? Tell us and we will pass it on.
The surgery garden needs spades and strong arms. Meet by the gate on Sunday 6 December at 10am.
The MMR vaccine protects against three illnesses. If you missed it, ask the practice nurse.
You can now choose to get texts instead of letters. Ask at the desk to switch.
We are looking for a treasurer. It takes two hours a month and you do not need to be an accountant.
The hearing loop at reception has been mended. Look for the ear sign.
Want to see your test results? They are in the NHS App once the doctor has looked at them.
Friends and Family cards are on the desk. It takes one minute to fill one in.
Young people, what would make the surgery better for you? Pick up a form at reception.
Our next talk is about sleeping well. Monday 7 December 2026, 7pm, in the hall. Free and open to all.
Scunthorpe patients' network is visiting us in January. We look forward to swapping ideas.
Pick up after your dog, please. The path to the surgery is a sight.
Thanks to our volunteers for 214 hours of help since May. You are stars. ⭐
The Christmas food bank box is by the front door. Tins, tea and toiletries are best.
The mobile library stops outside the surgery on the first Thursday of each month.
Do you drive? We need two people to take neighbours to the flu clinic on 5 December.
Hay fever season starts early. Your pharmacist can tell you which medicine suits you.
There is a new screen in the waiting room. It shows names, so please tell us if you mind.
A patient asked us why letters come so late. The practice now sends them by second class post on Mondays.
Wheelchair users: the side door now opens with a button. Thank you to all who asked for it.
We asked for more chairs with arms. They came on Monday.
Cervical screening can feel awkward. Nurses do it every day, and you can ask for a chaperone.
The photo shows our stall at the summer fair. Photo: Jo, PPG volunteer.
Our survey has closed. Thanks for 187 answers! We will share what you said in January.
To change a booking, use the NHS App or ring the practice on 0113 496 0100.
Dr Okafor runs the diabetes clinic on Wednesdays. Ask reception how to be referred.
You can bring a friend to your appointment. Just say so when you check in.
Baby and toddler group, Mondays at 10am in the church hall. Siblings welcome.
The AGM is on Wednesday 13 January 2027 at 7pm. We will vote for a new chair of the group.
If you are in labour, ring the maternity unit first. The number is in your notes.
Green tea and a chat? Join us in the garden on Fridays at 2pm.
Tickets for the panto trip are sold out. Put your name on the waiting list at the desk.
The conservative club has kindly lent us its hall for the talk on 14 January.
A big hello to our new members, who joined us at the November meeting.
Please use the bins outside. A mask on the floor is no fun for our cleaner.
The practice has four new parking spaces for blue badge holders.
Repeat prescriptions take three working days. Please order in good time before Christmas.
Check your tyres and check on your neighbours. Cold snaps are hard on both.
Grace Court residents: the minibus to the flu clinic leaves at 9.15am on 5 December.
We read every comment, and we pass ideas on to the practice.
We cannot give health advice here. Please call 111 or ask your practice.
Men's Shed meets at the old fire station on Tuesdays. Bring a project, or just have a brew.
Winter warmth: the council can help with heating bills. Ask at the library.
It was good to see so many of you at the open day. Over 100 people came!
Lost: one blue glove in the waiting room. It is on the shelf by the door.
Are you new here? You can register online or at the desk. You do not need proof of address.
Health checks are for people aged 40 to 74. The practice will write to you when it is your turn.
Take your time on icy paths. The surgery's steps are gritted each morning.
The practice nurse will be at the market on Wednesday 9 December to check blood pressure.
We are proud of our surgery. Eleven staff ran the half marathon for the hospice!
Do you speak Polish, Urdu or Romanian? We would love help with our leaflets.
Our page is looked at on weekdays from 9am to 5pm. In an emergency call 999.
Stroke survivors' choir, Thursdays at 2pm in the Methodist church. No need to be able to sing.
#SelfCareWeek is over, but the tips are still on the wall by reception.
The pharmacy on Mill Lane has new hours: Monday to Saturday, 9am to 6pm.
Read about shingles on the NHS website: https://www.nhs.uk/conditions/shingles/
Please be patient with us. Two of our four receptionists are new and still learning.
Our sunflower seeds are free. Take a packet from the desk and send us a picture of how tall it grows.
Christmas jumpers at the ready! Wear one on Friday 18 December and give £1 to the garden.
Did we get something wrong? Tell us and we will put it right.
Correction: the talk is at 7pm and not at 6pm. Sorry for the mix-up.
If someone has chest pain, call 999. Do not wait.
May we use your story? We will always ask you first, and you can say no.
The Patient Advice and Liaison Service can help with worries about hospital care.
We swapped ideas with Hilltop PPG. Their seed library was a hit with the children.
Local history walk: meet at the war memorial on Saturday 12 December at 2pm.
Are you deaf or hard of hearing? You can text the practice to book. The number is on the door.
Your feedback matters. Most people liked the new phone queue, and some did not. Here is what will change.
The flu vaccine for children is a quick spray up the nose. Schools will send a form home.
We do not see your records and we do not ask for them. We are patients, like you.
Walk this way! The footpath from the bus stop is open again.
Ask the doctor or nurse to say it again if you did not follow. That is fine.
Rose and Crown car park is free for patients on clinic days. Thank you to the pub for offering.
Waiting times for the phone were long in October. The practice has two more people on phones at 8am.
Hope Street Surgery and ours share a Saturday clinic. Ask at the desk if you would like to use it.
Do you have an hour to spare on a weekday? Help us greet people at the vaccine clinic.
A warm space with soup is open on Mondays from noon at the community centre.
Thank you, Exampleton Brass Band, for the carols. The waiting room has never sounded so good. 🎺
Online forms are open from 8am to 6.30pm. After that, call 111.
Two trees came down in the storm. The back gate is shut until they are cleared.
How to give blood: see https://www.blood.co.uk to find a session near you.
Reading glasses left at the clinic are in a box at reception.
Our newsletter is out. Pick up a copy, or read it on the practice website.
Sitting a lot? Stand up at each advert break. Every little bit helps.
The heating is back on in the waiting room. Thank you for keeping your coats on!
A nurse will talk about living well with asthma on Tuesday 15 December at 6pm. Bring your questions.
Our books balance again. Thanks to the auditors for their time.
The number 14 bus now stops right outside the surgery.
Bring your own cup and we will fill it. Tea, coffee or squash.
Parents: the nurse has slots after school on Mondays and Wednesdays.
Our poster contest is open to all ages. Hand your picture in at the desk by 15 January.
The eye clinic van will be in the car park on Monday 14 December.
A patient group is made of patients. You do not need to know about medicine.
We have asked for a bench halfway up the hill. The council will answer in January.
Speak to the pharmacist about which painkiller is safe with your other medicines.
New in the waiting room: a shelf for books you can take home.
Our treasurer says thank you. The sale made £96.40.
Did you get a text from the surgery? It will never ask for your bank details.
Beware of scam calls. The NHS will never ask you to pay for a vaccine.
Free blood pressure checks at the pharmacy for people over 40. Ask at the counter.
The next issue of our newsletter needs recipes, jokes and garden tips.
Well done to the reception team, who answered 2,000 calls in one week.
You can see a nurse, a physio or a pharmacist at the surgery. It is not always a doctor.
The surgery has a prayer and quiet room. Ask at the desk for the key.
Your ideas so far: more bike racks, a water tap and softer lights.
Our group has its own email address at last. It is on the board in the waiting room.
Thank you to the Scouts for clearing the snow from the ramp.
Children under five can have the spray at the surgery. Book at the desk.
The Health Secretary role play was cut from the school show, but the songs were great.
Deafblind guides can come in with you. Tell us what you need.
How do you like to hear from us? Post, text or a call? Tell the desk.
If you feel unwell after a jab, the leaflet says what to do. You can also ring 111.
We put 300 daffodil bulbs in the ground. Roll on spring!
Warm coats wanted and warm coats given. The rail is by the door.
The group welcomes people of every faith and none.
Talk to us at our stall on market day, Wednesday 16 December, 9am to noon.
Dementia friends training is free. It takes an hour and you get a badge.
Doctors, nurses and reception will all have name badges from January.
Going away? Order your medicines two weeks before you travel.
Our choir sang, our dogs barked and the rain held off. What a fair!
Ask for the large print form if you need it.
The practice has opened a second room for blood tests.
Any spare wool? Our knitters make hats for the baby unit.
If your hearing aid whistles, the drop-in clinic on Thursdays can help.
The cancer support group meets in the library on the last Monday of each month.
Look out for older neighbours when it is cold. A knock and a chat can mean a lot.
Thank you, Jo and Sam, for putting up the notice board.
`;

-- What travellers and the booking assistant say to each other. A conversation is an opening on one topic, follow-ups
-- drawn from a shared pool, and sometimes a goodbye. Gaps in braces are filled by pg_temp.fill.

create temporary table demo_openings (
  topic integer generated always as identity (start 0 minvalue 0) primary key,
  openings text[] not null,
  reply text not null,
  detail text not null,
  answer text not null
) on commit drop;

insert into demo_openings (openings, reply, detail, answer) values
(
  array['Hi, we are {pax} adults planning 5 nights in {city} this {month}. Can you suggest a package with flights from Mumbai?',
        'Looking for a holiday package to {city} for {pax} people in {month}, flights and hotel both needed',
        'Hello! What would a week in {city} cost for a family of {pax} travelling from Delhi?'],
  'Happy to help! For {city} in {month} I can offer 5 nights in a 4-star hotel with breakfast, return flights and airport transfers at {price} per person. Shall I share the day-wise plan?',
  'Yes please, and we would like one free day without any sightseeing.',
  'Done: arrival and beach evening, two days of sightseeing with a private car, one free day, then a half-day tour before departure. The plan is saved under {ref}.'
),
(
  array['I need help with a tourist visa for {abroad}, our travel date is in {month}. What documents do you need from us?',
        'How many working days does the {abroad} visa take? We are {pax} people and one is a minor',
        'My {abroad} visa application is stuck since last Monday, can you check the status for {ref}?'],
  'For {abroad} I need a passport valid for six months, two photographs with a white background, bank statements of three months and your return tickets. Processing usually takes 5 to 7 working days.',
  'Is an ITR copy also needed? My wife is a homemaker.',
  'An income tax return of the sponsor is enough. For your wife we attach the marriage certificate and your sponsorship letter; I have sent both formats by e-mail.'
),
(
  array['My flight to {city} got cancelled by the airline this morning. I want a full refund please, booking {ref}',
        'The airline has rescheduled our {city} flight by 7 hours and we will miss the connection. What are my options?',
        'Refund for booking {ref} was promised in 7 days but it has been three weeks now'],
  'I am sorry about that. I can see {ref}: you may take a full refund to the original card or a free move to the next available flight. Which one do you prefer?',
  'Refund please. How long until it is in my account?',
  'The refund of {price} was started just now. Banks take 5 to 7 working days; you will get the reference number by SMS.'
),
(
  array['We are planning our honeymoon in {city} in {month}, budget around {price}. Something with a pool villa would be amazing',
        'Anniversary trip to {city}: can you arrange a candlelight dinner and a room with a view? We travel in {month}',
        'Hi, suggest a romantic stay near {city} for 3 nights, not too far from the airport'],
  'Congratulations! I have three villas with a private pool in {city}. The best rated one is {price} for 4 nights with breakfast, a couple spa and late check-out.',
  'Looks lovely. Is the pool really private and is the cancellation free?',
  'Yes, the pool is inside the villa. Cancellation is free until 10 days before arrival; after that one night is charged.'
),
(
  array['Our company wants an offsite for 40 people in {city} in {month}. Need rooms, a conference hall and one team activity',
        'Please quote for a dealer meet at {city}: 65 pax, 2 nights, all meals and a gala dinner with GST invoice',
        'Can you handle a corporate group of 24 to {city} with two different departure cities?'],
  'Certainly. For a group of that size in {city} we work with two resorts that have a hall for 80. The indicative price is {price} per room and night with all meals.',
  'We will need a GST invoice and 50% credit for 30 days.',
  'GST invoices are standard. Credit of 30 days needs an approval from finance; I have raised it under {ref} and an advisor will call you today.'
),
(
  array['Can I cancel one room out of three in booking {ref}? Two of our friends cannot come to {city} any more',
        'I have to move my whole {city} trip from {month} to next year because of an exam. Is it possible without penalty?',
        'Please change the traveller name on {ref}, it was typed without the surname as in the passport'],
  'Let me look at {ref}. The hotel allows changes until 7 days before arrival; the airline charges a date change fee plus the fare difference.',
  'What would be the total amount to pay for the change?',
  'The fee comes to 3,250 per ticket and the hotel is free of charge. I can hold the new dates for 24 hours while you decide.'
),
(
  array['I paid {price} by UPI but the booking still says payment pending. The money has left my account, please check urgently',
        'Payment link for {ref} has expired before I could pay. Can you send a new one that is valid till evening?',
        'My card was charged twice for the same {city} booking, I need one of them reversed'],
  'Thank you for telling me. I can see the payment at the bank but not the confirmation; such payments settle or come back within 2 hours.',
  'Should I pay again? I do not want to lose the price.',
  'Please do not pay again. I have locked the price for {ref} and asked the payments team to match it by hand. You will hear from us today.'
),
(
  array['Travelling with my parents, 72 and 75, to {city}. We need wheelchair assistance and a hotel with a lift please',
        'Is {city} suitable for senior citizens in {month}? One of us has a knee problem and cannot climb many stairs',
        'Need ground floor rooms and vegetarian food without onion and garlic for {pax} people in {city}'],
  'Of course. I have added wheelchair assistance at both airports, and I only looked at hotels with a lift and step-free bathrooms near the centre of {city}.',
  'Wonderful. Can the driver stay with us for the whole day?',
  'Yes, the car with driver is yours for 10 hours a day, and he helps with the luggage as well. It adds {price} for the complete trip.'
),
(
  array['Our driver has not reached the {city} airport yet and we are waiting for 40 minutes with two small kids',
        'We are at the hotel in {city} and they say there is no booking in our name!! Please help immediately',
        'The room that we got in {city} is not the sea view that we paid for. Booking {ref}'],
  'I am really sorry. I am calling our partner in {city} right now; please stay where you are, I will write back within five minutes.',
  'Ok waiting. Please hurry.',
  'It is sorted out: the supervisor has your name and number and is on the way to you. We add a credit of 1,500 to your account for the trouble.'
),
(
  array['What is the cheapest month to fly to {abroad} from Bengaluru? Our dates are flexible by two weeks',
        'Looking for {pax} return tickets to {abroad}, direct flights only and with 30 kg of luggage',
        'Please set an alert when the fare to {abroad} falls below {price}'],
  'Fares to {abroad} are lowest in the second half of {month}. At this moment the best direct return fare is {price} with 25 kg of luggage.',
  'Can I pay in instalments, and what does extra luggage cost?',
  'You can pay in 3 or 6 instalments without interest with most cards. Five extra kilos are 2,400 each way when booked now.'
),
(
  array['Which vaccinations and insurance do we need for {abroad}? We leave in {month} for ten days',
        'Does the travel insurance cover a laptop and trip cancellation? The trip is to {abroad}',
        'My father fell ill in {abroad}, how do I claim on the insurance that we bought with {ref}?'],
  'No vaccination is compulsory for {abroad} when you fly from India. Our insurance covers hospital stays up to USD 100,000, baggage, and cancellation for medical reasons.',
  'Good. Please add it for all {pax} of us.',
  'Added to {ref}. The policies are in your inbox with the 24-hour number; please keep every bill in case of a claim.'
),
(
  array['Hello', 'hi, anyone available?', 'Good evening'],
  'Hello, and welcome! I can help with packages, flights, visas, or a booking that you already have. Where would you like to go?',
  'Thinking about {city} in {month}, {pax} people, nothing decided yet.',
  'Great choice! {city} is lovely in {month}. Shall I show packages from {price} per person, or only hotels for now?'
);

create temporary table demo_followups (
  n integer generated always as identity (start 0 minvalue 0) primary key,
  question text not null,
  answer text not null
) on commit drop;

insert into demo_followups (question, answer) values
('Is breakfast included on all days?', 'Yes, a buffet breakfast is included every day, from 7 to 10:30.'),
('Can we get an early check-in? We land at 6 am.', 'I have requested it. The hotel confirms on the day before arrival; until then the luggage room and the pool are open for you.'),
('What about airport transfers?', 'A private car for both ways is part of the price. The driver shares his number on the evening before.'),
('Kids are 4 and 9, do they pay the full price?', 'The four-year-old stays free in your bed, the nine-year-old pays half for an extra bed and breakfast.'),
('Is there any better rate if we pay everything today?', 'With full payment today I can take off 4%, which brings it to {price}.'),
('Can you show something cheaper?', 'There is a clean 3-star hotel two streets away. It saves about 9,000 in total, with no pool.'),
('Vegetarian food is a must for us.', 'Noted. Both hotels have a separate vegetarian kitchen, and I have marked the meals on the flights too.'),
('How is the weather at that time?', 'Mostly dry and pleasant, 22 to 29 degrees. Carry a light jacket for the evenings.'),
('Is the price per person or for all {pax} of us?', 'It is per person on twin sharing, with all taxes. For {pax} people I have sent the total by e-mail.'),
('Can I pay by UPI?', 'Yes: UPI, all cards, net banking, or instalments. The link is valid for 6 hours.'),
('Please send the quote on WhatsApp also.', 'Sent to the number that we have on file. Please check that the names match your passports.'),
('My passport expires in 8 months, is that fine?', 'Yes, six months from the date of arrival is what they ask for.'),
('Are the tickets refundable?', 'Partly: the airline keeps 3,500 per person until 24 hours before departure, after that nothing is refunded.'),
('Which terminal do we leave from?', 'Terminal 2. Please be there three hours before departure, the queues are long in {month}.'),
('Can you add one extra night at the end?', 'Yes, the same room is free. One more night is 6,800 with breakfast and I have held it until tomorrow.'),
('Do we need to print the vouchers?', 'No, the PDF on your phone is enough. Keep a photo ID of each guest ready.'),
('What is the plan for day 3?', 'Day 3 is the full-day tour with a guide: start at 8:30, lunch on the way, back by 6 in the evening.'),
('Is it safe to go out in the evening?', 'The area around the hotel is lively until late. For the return I would take the hotel taxi after 11.'),
('Could we have two connecting rooms?', 'I asked for connecting rooms on a high floor. It is confirmed in writing now.'),
('I have not received the e-mail yet.', 'I sent it once more just now. Please look into the spam folder for a message with {ref} in its subject.'),
('Will there be Indian food?', 'Yes, there are four Indian restaurants within ten minutes on foot, two of them purely vegetarian.'),
('What if it rains all day?', 'Then the guide swaps in the museum and the cooking class, at no extra cost.'),
('How many kilos of luggage are included?', '15 kg in the hold and 7 kg in the cabin. Another 10 kg cost 2,100 when booked in advance.'),
('My friend wants to join, can you add one more person?', 'Certainly. Please send the name as in the passport and the date of birth; the fare is still the same.'),
('Which seats did we get?', 'Rows 14 A, B and C. For more legroom I can move you to row 1 for 900 each.'),
('Ok, let me talk to my family first.', 'Of course. I will hold this offer until tomorrow 8 pm; just reply here when you are ready.'),
('Can you explain the cancellation policy again?', 'Free until 10 days before arrival, half the amount until 3 days before, and no refund after that.'),
('Is the visa fee included?', 'No, the visa fee is paid to the embassy at cost. Our service for the application is free with this package.'),
('Do you have any reviews of this hotel?', 'It has 4.4 out of 5 from 2,300 guests; they praise the staff and the breakfast, some find the gym small.'),
('Please apply the coupon from your newsletter.', 'Applied: the new total is {price}. It cannot be combined with the full payment discount.'),
('Can the guide speak Hindi or Tamil?', 'Both are available, I noted Hindi for now. Tell me if you prefer Tamil.');

create temporary table demo_goodbyes (
  n integer generated always as identity (start 0 minvalue 0) primary key,
  thanks text not null,
  reply text not null
) on commit drop;

insert into demo_goodbyes (thanks, reply) values
('Perfect, thank you so much!', 'My pleasure. Have a wonderful trip, and write to us any time!'),
('Thanks, payment done.', 'Received, thank you! Vouchers and tickets will reach you within the hour.'),
('Ok thanks, will confirm tomorrow.', 'Sounds good. The offer stays open until tomorrow 8 pm.'),
('Great service 👍', 'That makes our day. See you on the next journey!'),
('Thank you, that is all for now.', 'You are welcome. Your reference is {ref}.');

"""Invented reports for the tests of this stage: no place, person or event in them is real."""

from __future__ import annotations

WIRE = """PORT ASHBY (Meridian Press) — A cargo ship carrying grain struck the breakwater at Port Ashby on March 9, 2021, and spilled about 1,200 liters of fuel into the harbor, the coast guard said.
The Selwyn Star lost power while it was traveling toward the inner basin shortly after six in the morning, according to the harbor master, Ottilie Brandreth. Tugs reached the ship within forty minutes and held it away from the rocks until the afternoon tide.
"We were lucky that the wind turned when it did, because another hour on that wall would have opened her up," Brandreth told reporters on the quay.
Crews laid floating barriers around the hull and had recovered nearly 70 percent of the fuel by nightfall. Fishing boats were ordered to stay in port until the labor inspectorate and the environment agency had finished their tests.
The owner, Calder Lines, said it had organized its own inquiry and would pay for the cleanup. The company has been fined twice in the past five years over defective steering gear on its older vessels.
Residents of the streets behind the harbor complained of a strong smell through the night, and the town's two schools stayed closed. The mayor, Ivo Tessaly, said he expected them to reopen on Thursday if the air was clean.
Port Ashby handles a third of the island's grain. Traders in the capital said the closure of the inner basin would not affect prices unless it lasted beyond the end of the month."""

BRITISH = """PORT ASHBY (Meridian Press) – A cargo ship carrying grain struck the breakwater at Port Ashby on 9 March 2021 and spilled about 1200 litres of fuel into the harbour, the coast guard said.
The Selwyn Star lost power while it was travelling towards the inner basin shortly after 6 in the morning, according to the harbour master, Ottilie Brandreth. Tugs reached the ship within 40 minutes and held it away from the rocks until the afternoon tide.
‘We were lucky that the wind turned when it did, because another hour on that wall would have opened her up,’ Brandreth told reporters on the quay.
Crews laid floating barriers around the hull and had recovered nearly 70 per cent of the fuel by nightfall. Fishing boats were ordered to stay in port until the labour inspectorate and the environment agency had finished their tests.
The owner, Calder Lines, said it had organised its own inquiry and would pay for the cleanup. The company has been fined twice in the past 5 years over defective steering gear on its older vessels."""

INDEPENDENT = """Fuel leaked into the sea off Port Ashby on Tuesday after the Selwyn Star, a freighter loaded with wheat, ran into the harbor wall at dawn.
The engines had failed, and the crew of nineteen could do nothing but drop an anchor that did not hold, one sailor told this newspaper. Nobody was hurt. By evening most of the slick had been pumped into barges, though gulls with oiled wings were washed ashore near the lighthouse.
"We were lucky that the wind turned when it did, because another hour on that wall would have opened her up," said Ottilie Brandreth, who runs the port.
Fishermen are angry. They have been told to keep their boats tied up and do not know who will make good what they lose, with the herring season just begun. Schools near the quay sent pupils home because of the fumes.
Calder Lines, which owns the freighter, has had trouble with the authorities before. A lawyer for the firm promised that every bill would be paid, and said divers would look at the rudder today."""

OTHER = """The parliament of Velmora voted on Friday to lower the age at which citizens may stand for office from twenty-five to twenty-one.
The bill passed by 61 votes to 40 after a debate that lasted two days. Its supporters said that young people in the northern valleys had no voice in a chamber where the average member is fifty-eight years old.
Opponents, most of them from the Orchard Party, left the hall before the vote was counted. They have asked the constitutional court to look at the bill, which they say needed two thirds of the house.
President Maren Ostrava has ten days to sign it. Her office did not say whether she would, but she spoke for such a change when she ran for president three years ago."""

SPEECH = (
    "we will not leave a single family in the valleys without heat this winter, and I say to those who doubt it that they should come and count the "
    "wagons of coal at the station of Lower Velm with their own eyes before they speak again in this house"
)
SPEECH_ONE = f"""Premier Dorrit Hale promised fuel for the valleys on Monday, in her first address since the strike ended.
"{SPEECH[0].upper()}{SPEECH[1:]}," she told lawmakers.
The railway has moved eleven trains a day since the weekend, its managers said. Unions put the number at seven. A spokesman for the miners called the promise brave."""
SPEECH_OTHER = f"""Lawmakers heard a defiant prime minister yesterday. Hale, pale after a week of talks with the pit workers, rejected a motion of censure.
“{SPEECH[0].upper()}{SPEECH[1:]},” she said to applause from her own benches and laughter from across the aisle.
Coal stocks stand at a twelve-year low. Prices in the capital doubled in November, and three hospitals have asked the army for generators."""

"""The original's words and those of the variants. States, capitals, outlets and agencies are real, people are invented (but the original's)."""

from __future__ import annotations

from datetime import date

from tests.acceptance.variants import Person, State, Variant

NORTH_KOREA = State("PRK", "North Korea", "North Korean", "Pyongyang", "the North", "DPRK", "Democratic People's Republic of Korea", "NK")
SOUTH_KOREA = State("KOR", "South Korea", "South Korean", "Seoul", "the South", "ROK", "Republic of Korea", "ROK")
CHINA = State("CHN", "China", "Chinese", "Beijing", "China", "PRC", "People's Republic of China", "PRC")
EMIRATES = State("ARE", "United Arab Emirates", "Emirati", "Abu Dhabi", "the UAE", "UAE", "United Arab Emirates", "UAE")
BRITAIN = State("GBR", "Britain", "British", "London", "the UK", "UK", "United Kingdom of Great Britain and Northern Ireland", "UK")
CONGO = State("COD", "Democratic Republic of Congo", "Congolese", "Kinshasa", "the DRC", "DRC", "Democratic Republic of the Congo", "DRC")
AMERICA = State("USA", "United States", "American", "Washington", "the US", "USA", "United States of America", "US")
PAPUA = State(
    "PNG", "Papua New Guinea", "Papua New Guinean", "Port Moresby", "PNG", "PNG", "Independent State of Papua New Guinea", "PNG", article=False,
)  # fmt: skip
IRAN = State("IRN", "Iran", "Iranian", "Tehran", "Iran")
RUSSIA = State("RUS", "Russia", "Russian", "Moscow")
UKRAINE = State("UKR", "Ukraine", "Ukrainian", "Kyiv")
BELARUS = State("BLR", "Belarus", "Belarusian", "Minsk")
JAPAN = State("JPN", "Japan", "Japanese", "Tokyo")
SUDAN = State("SDN", "Sudan", "Sudanese", "Khartoum")
ETHIOPIA = State("ETH", "Ethiopia", "Ethiopian", "Addis Ababa")
ERITREA = State("ERI", "Eritrea", "Eritrean", "Asmara")
KENYA = State("KEN", "Kenya", "Kenyan", "Nairobi")
EGYPT = State("EGY", "Egypt", "Egyptian", "Cairo")
FRANCE = State("FRA", "France", "French", "Paris")
GERMANY = State("DEU", "Germany", "German", "Berlin")
POLAND = State("POL", "Poland", "Polish", "Warsaw")
TURKEY = State("TUR", "Turkey", "Turkish", "Ankara")
SYRIA = State("SYR", "Syria", "Syrian", "Damascus")
IRAQ = State("IRQ", "Iraq", "Iraqi", "Baghdad")
VENEZUELA = State("VEN", "Venezuela", "Venezuelan", "Caracas", "Venezuela")
GUYANA = State("GUY", "Guyana", "Guyanese", "Georgetown")
BRAZIL = State("BRA", "Brazil", "Brazilian", "Brasilia")
CUBA = State("CUB", "Cuba", "Cuban", "Havana", "Cuba")
RWANDA = State("RWA", "Rwanda", "Rwandan", "Kigali")
BURUNDI = State("BDI", "Burundi", "Burundian", "Gitega")
ANGOLA = State("AGO", "Angola", "Angolan", "Luanda")
ARMENIA = State("ARM", "Armenia", "Armenian", "Yerevan")
AZERBAIJAN = State("AZE", "Azerbaijan", "Azerbaijani", "Baku")
INDIA = State("IND", "India", "Indian", "New Delhi")
PAKISTAN = State("PAK", "Pakistan", "Pakistani", "Islamabad", "Pakistan")
NEPAL = State("NPL", "Nepal", "Nepalese", "Kathmandu")
MYANMAR = State("MMR", "Myanmar", "Burmese", "Naypyitaw")
THAILAND = State("THA", "Thailand", "Thai", "Bangkok")
VIETNAM = State("VNM", "Vietnam", "Vietnamese", "Hanoi")
INDONESIA = State("IDN", "Indonesia", "Indonesian", "Jakarta")
AUSTRALIA = State("AUS", "Australia", "Australian", "Canberra")
CANADA = State("CAN", "Canada", "Canadian", "Ottawa")
CHAD = State("TCD", "Chad", "Chadian", "N'Djamena")
LIBYA = State("LBY", "Libya", "Libyan", "Tripoli")
SERBIA = State("SRB", "Serbia", "Serbian", "Belgrade")
CROATIA = State("HRV", "Croatia", "Croatian", "Zagreb")

ORIGINAL = Variant(
    key="original", publisher="The Korea Herald", handle="", agency="Yonhap", published=date(2024, 10, 25), clock="09:55", offset="+09:00",
    days_before=1, sender=NORTH_KOREA, receiver=RUSSIA, victim=UKRAINE, witnesses=(SOUTH_KOREA, AMERICA),
    first=Person("Farhan Haq", female=False), chief=Person("Antonio Guterres", female=False), second=Person("Sabrina Singh", female=True),
    office="the Pentagon", office_country="USA", leader=Person("Vladimir Putin", female=False), city="New York", sent="3,000", losses="500,000",
)  # fmt: skip

VARIANTS = [
    Variant(
        key="south-korea-to-belarus", publisher="The Japan Times", handle="newsdesk_jt", agency="Kyodo", published=date(2023, 5, 17), clock="16:20",
        offset="+09:00", days_before=2, sender=SOUTH_KOREA, receiver=BELARUS, victim=POLAND, witnesses=(JAPAN, FRANCE),
        first=Person("Ilse Maarten", female=True), chief=Person("Ricardo Almansa", female=False), second=Person("Oskar Lindqvist", female=False),
        office="the French Defense Ministry", office_country="FRA", leader=Person("Viktor Lisnik", female=False), city="Geneva", sent="1,200",
        losses="40,000",
    ),
    Variant(
        key="china-to-sudan", publisher="The Straits Times", handle="worldwatch88", agency="Reuters", published=date(2022, 3, 24), clock="11:05",
        offset="+08:00", days_before=1, sender=CHINA, receiver=SUDAN, victim=ETHIOPIA, witnesses=(KENYA, EGYPT),
        first=Person("Tomas Berek", female=False), chief=Person("Helena Osei", female=True), second=Person("Amina Warsame", female=True),
        office="the Kenyan Foreign Ministry", office_country="KEN", leader=Person("Idris Hamadan", female=False), city="Geneva", sent="5,000",
        losses="70,000",
    ),
    Variant(
        key="emirates-to-eritrea", publisher="The Hindu", handle="thehindu_reader", agency="AFP", published=date(2021, 11, 19), clock="22:10",
        offset="+05:30", days_before=3, sender=EMIRATES, receiver=ERITREA, victim=ETHIOPIA, witnesses=(FRANCE, TURKEY),
        first=Person("Lena Hofstad", female=True), chief=Person("Bernard Okafor", female=False), second=Person("Deniz Karaman", female=False),
        office="the Turkish Foreign Ministry", office_country="TUR", leader=Person("Selam Tesfay", female=True), city="Vienna", sent="800",
        losses="25,000",
    ),
    Variant(
        key="britain-to-ukraine", publisher="The Irish Times", handle="itnews", agency="Reuters", published=date(2023, 2, 23), clock="08:30",
        offset="+00:00", days_before=1, sender=BRITAIN, receiver=UKRAINE, victim=BELARUS, witnesses=(GERMANY, POLAND),
        first=Person("Joao Pedreira", female=False), chief=Person("Maya Lindholm", female=True), second=Person("Katrin Voss", female=True),
        office="the German Defense Ministry", office_country="DEU", leader=Person("Danylo Horbach", female=False), city="Geneva", sent="2,500",
        losses="90,000",
    ),
    Variant(
        key="congo-to-burundi", publisher="The Guardian", handle="africa_desk", agency="AFP", published=date(2024, 1, 18), clock="14:45",
        offset="+00:00", days_before=2, sender=CONGO, receiver=BURUNDI, victim=RWANDA, witnesses=(KENYA, ANGOLA),
        first=Person("Pierre Delmas", female=False), chief=Person("Grace Achieng", female=True), second=Person("Luisa Quintela", female=True),
        office="the Angolan Defense Ministry", office_country="AGO", leader=Person("Aline Nkeshimana", female=True), city="New York", sent="600",
        losses="12,000",
    ),
    Variant(
        key="america-to-armenia", publisher="The Moscow Times", handle="mt_world", agency="TASS", published=date(2020, 10, 22), clock="19:00",
        offset="+03:00", days_before=1, sender=AMERICA, receiver=ARMENIA, victim=AZERBAIJAN, witnesses=(RUSSIA, TURKEY),
        first=Person("Sofia Castellan", female=True), chief=Person("Henrik Dahlgren", female=False), second=Person("Arkady Melnin", female=False),
        office="the Russian Defense Ministry", office_country="RUS", leader=Person("Vahan Sarafyan", female=False), city="Vienna", sent="450",
        losses="6,000",
    ),
    Variant(
        key="papua-to-indonesia", publisher="The Jakarta Post", handle="jakpost_asia", agency="AP", published=date(2022, 8, 26), clock="07:15",
        offset="+07:00", days_before=2, sender=PAPUA, receiver=MYANMAR, victim=THAILAND, witnesses=(INDONESIA, AUSTRALIA),
        first=Person("Niko Tavares", female=False), chief=Person("Elena Marchetti", female=True), second=Person("Sarah Whitlam", female=True),
        office="the Australian Defense Ministry", office_country="AUS", leader=Person("Thiha Zaw", female=False), city="Geneva", sent="1,500",
        losses="30,000",
    ),
    Variant(
        key="iran-to-syria", publisher="Gulf News", handle="gn_newsroom", agency="Reuters", published=date(2019, 9, 20), clock="12:40",
        offset="+04:00", days_before=1, sender=IRAN, receiver=SYRIA, victim=IRAQ, witnesses=(TURKEY, FRANCE),
        first=Person("Anders Holmgren", female=False), chief=Person("Lucia Ferrante", female=True), second=Person("Claire Duvernay", female=True),
        office="the French Foreign Ministry", office_country="FRA", leader=Person("Samir Haddadin", female=False), city="New York", sent="4,000",
        losses="110,000",
    ),
    Variant(
        key="cuba-to-venezuela", publisher="Buenos Aires Times", handle="ba_times", agency="EFE", published=date(2024, 6, 21), clock="17:25",
        offset="-03:00", days_before=1, sender=CUBA, receiver=VENEZUELA, victim=GUYANA, witnesses=(BRAZIL, CANADA),
        first=Person("Miriam Falk", female=True), chief=Person("Samuel Adeyemi", female=False), second=Person("Paulo Teixeira", female=False),
        office="the Brazilian Foreign Ministry", office_country="BRA", leader=Person("Ramiro Echenique", female=False), city="Geneva", sent="900",
        losses="8,000",
    ),
    Variant(
        key="pakistan-to-nepal", publisher="Dawn", handle="dawn_world", agency="Xinhua", published=date(2023, 12, 15), clock="10:50",
        offset="+05:00", days_before=2, sender=PAKISTAN, receiver=MYANMAR, victim=THAILAND, witnesses=(INDIA, VIETNAM),
        first=Person("Giulia Santoro", female=True), chief=Person("Kofi Mensima", female=False), second=Person("Rohan Deshmane", female=False),
        office="the Indian Defense Ministry", office_country="IND", leader=Person("Nanda Kyaw", female=True), city="Nairobi", sent="2,000",
        losses="15,000",
    ),
    Variant(
        key="congo-to-chad", publisher="Daily Nation", handle="nation_desk", agency="AFP", published=date(2021, 4, 29), clock="13:30",
        offset="+03:00", days_before=3, sender=CONGO, receiver=CHAD, victim=LIBYA, witnesses=(EGYPT, FRANCE),
        first=Person("Karin Solberg", female=True), chief=Person("Yusuf Demirkan", female=False), second=Person("Nadia Elmasry", female=True),
        office="the Egyptian Foreign Ministry", office_country="EGY", leader=Person("Moussa Abakar", female=False), city="Geneva", sent="700",
        losses="20,000",
    ),
    Variant(
        key="uae-to-serbia", publisher="The Jerusalem Post", handle="jp_desk", agency="DPA", published=date(2018, 7, 26), clock="20:05",
        offset="+03:00", days_before=2, sender=EMIRATES, receiver=SERBIA, victim=CROATIA, witnesses=(GERMANY, CANADA),
        first=Person("Felix Amrani", female=False), chief=Person("Ingrid Bauer", female=True), second=Person("Megan Tremblay", female=True),
        office="the Canadian Defense Ministry", office_country="CAN", leader=Person("Milan Jovanic", female=False), city="Vienna", sent="1,100",
        losses="18,000",
    ),
]  # fmt: skip

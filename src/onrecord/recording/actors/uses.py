"""Words by which the name of a country, capital or town is told to be a place, a party or neither: written from reading reports."""

from __future__ import annotations

INSIDE = frozenset({"in", "at", "near", "around", "outside", "inside", "across", "through", "throughout", "within", "via", "over", "into", "onto", "off", "along",
                    "beyond", "past", "above", "out of", "west of", "east of", "north of", "south of", "close to", "amid"})  # fmt: skip
TOWARDS = frozenset({"to", "from", "toward", "towards", "for"})
BETWEEN = frozenset({"between", "among", "amongst"})
COMPASS = frozenset({"eastern", "western", "northern", "southern", "central", "northeastern", "northwestern", "southeastern", "southwestern", "rural", "downtown",
                     "mainland", "coastal", "upper", "lower", "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "inner",
                     "greater", "suburban", "war-torn", "occupied", "neighbouring", "neighboring", "nearby"})  # fmt: skip
MOTION = frozenset({"go", "travel", "fly", "come", "return", "arrive", "flee", "move", "drive", "march", "walk", "sail", "head", "escape", "cross", "deploy", "transfer", "deport",
                    "relocate", "emigrate", "migrate", "land", "depart", "leave", "withdraw", "evacuate", "bring", "take", "carry", "fire", "launch", "spread", "run", "stretch",
                    "trip", "journey", "flight", "arrival", "deployment", "departure", "withdrawal", "route", "road", "evacuation", "deportation", "kilometre",
                    "kilometer", "mile", "km", "way", "migration", "born", "hail", "expel", "exile", "smuggle", "operation", "originate", "visit"})  # fmt: skip
SENDING = frozenset({"send", "dispatch", "ship", "despatch"})
REACHED = frozenset({"visit", "leave", "enter", "reach", "tour", "cross", "depart", "capture", "seize", "retake", "liberate", "flood", "shake", "rock", "bomb", "shell", "hit",
                     "strike", "batter", "devastate", "surround", "besiege", "encircle", "bombard", "flee"})  # fmt: skip
LIES = frozenset({"lie", "sit", "stand", "border", "stretch", "straddle", "neighbour", "neighbor", "locate", "situate", "surround", "wake", "flood"})
GROUND_NOUNS = frozenset({"street", "airport", "suburb", "outskirts", "centre", "center", "skyline", "weather", "climate", "metro", "subway", "population", "mayor", "resident", "north",
                          "south", "east", "west", "coast", "rest", "coastline", "border", "capital", "city", "town", "province", "region", "district", "square", "hospital", "university",
                          "station", "port", "area", "neighbourhood", "neighborhood", "stadium", "hotel", "bank", "river", "road", "territory", "airspace", "shore", "downtown",
                          "museum", "cathedral", "prison", "market", "exchange", "roof", "quarter", "desert", "mountain", "frontier", "northeast", "northwest", "southeast",
                          "southwest", "heartland", "interior", "waters", "edge", "part", "side", "map", "village", "building", "embankment", "bridge", "palace", "bureau", "correspondent"})  # fmt: skip
TOPIC_NOUNS = frozenset({"war", "conflict", "crisis", "border", "trip", "visit", "tour", "desk", "summit", "conference", "airport", "attack", "bombing", "earthquake", "flood", "office",
                         "bureau", "correspondent", "suburb", "court", "hospital", "hotel", "talk", "accord", "area", "region", "metro", "olympics", "games", "marathon", "festival"})  # fmt: skip
LANDS = frozenset({"country", "nation", "place", "state", "region", "area", "territory", "city", "destination", "market"})
UNDERGOING = frozenset({"witness", "undergo", "house", "boast", "comprise", "contain"})
HELD = ("-based", "-born", "-bound", "-area", "-headquartered", "-style", "-registered", "-educated", "-wide")
MOVED = ("-backed", "-led", "-sponsored", "-controlled", "-allied", "-supported", "-brokered", "-imposed", "-funded", "-run", "-installed", "-trained", "-mediated",
         "-aligned", "-appointed", "-made", "-occupied", "-drafted", "-proposed", "-friendly")  # fmt: skip
GAMES = frozenset({"match", "goal", "cup", "league", "innings", "wicket", "tournament", "champion", "championship", "penalty", "striker", "midfielder", "goalkeeper", "final", "semifinal",
                   "quarterfinal", "team", "medal", "squad", "fixture", "game", "half-time", "halftime", "victory", "qualifier"})  # fmt: skip
PLAYING = frozenset(
    {"beat", "score", "win", "lose", "draw", "thrash", "edge", "play", "qualify", "defeat", "face", "host", "finish", "trail", "lead"}
)
TRADING = frozenset(
    {
        "close",
        "fall",
        "rise",
        "gain",
        "drop",
        "slip",
        "climb",
        "shed",
        "add",
        "lose",
        "end",
        "open",
        "slide",
        "jump",
        "dip",
        "surge",
        "finish",
        "trade",
        "ease",
    }
)
DEVERBAL = ("tion", "sion", "ment", "ance", "ence", "al", "ship", "ing", "cy", "ty")
ACTS = frozenset({"dispatch", "buildup", "pullout", "launch", "test", "drill", "exercise", "probe", "ban", "tariff", "budget", "law", "rule", "order", "demand", "warning", "war", "policy", "stance", "tie", "claim", "role", "view", "hand", "will", "interest", "threat", "aim", "goal", "troop", "weapon", "missile", "military", "army",
                   "move", "plan", "programme", "program", "talk", "response", "request", "offer", "attack", "strike", "push", "bid", "effort", "step", "veto", "embargo"})  # fmt: skip

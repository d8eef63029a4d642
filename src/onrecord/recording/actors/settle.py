"""Last decisions on each actor: pronoun owners, what is part of what, country, sectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import home, owners, people, roles

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering


def settle(gathering: Gathering) -> None:
    """Fills country, sectors and `part_of` of every actor as far as its words or the facts tell them."""
    for entity in list(gathering.actors.values()):
        if not entity.named and entity.part_of is None and entity.kind != "government":
            _by_pronoun(gathering, entity)
    day = gathering.ground.day
    for entity in list(gathering.actors.values()):
        if entity.kind == "person" and entity.named:
            _person(gathering, entity, day)
        elif entity.kind in ("organization", "outlet", "armed_group", "other") and entity.named:
            _body(gathering, entity)
        home.settle(gathering, entity)
    for entity in gathering.actors.values():
        if entity.kind == "person" and entity.country is None:
            _by_role(gathering, entity)


def _by_role(gathering: Gathering, entity: Entity) -> None:
    """The country of the body that the person's role belongs to; bodies' own are known only now."""
    for role in entity.roles:
        whole = gathering.actors.get(role.of or "")
        if whole is not None and whole.country is not None:
            entity.country = whole.country
            gathering.ground.draft.because(entity.id, "country", f"its role belongs to {whole.name}", role.span)
            return
    if gathering.home is not None and not entity.named and any(_of_state(role.title) for role in entity.roles if role.of is None):
        entity.country = gathering.home
        gathering.ground.draft.because(entity.id, "country", "an officer of the state that the report is about")


def _of_state(title: str) -> bool:
    """Whether a title with no owner is one of the state's own."""
    words = title.lower().split()
    return bool({"GOV", "MIL", "LEG"} & set(roles.sectors(title))) and home.national(set(words[:-1]), "government")


def _by_pronoun(gathering: Gathering, entity: Entity) -> None:
    """ "Its troops": part of whom the pronoun speaks of."""
    for phrase, form in entity.mentions:
        if form != "nominal":
            continue
        found = owners.owner(gathering, phrase.head)
        if found is None or not found.pronoun or found.entity is None or found.entity is entity:
            continue
        entity.country = entity.country or found.entity.country
        if found.entity.kind in ("government", "organization", "armed_group"):
            entity.part_of = found.entity.id
            gathering.because(entity, "part_of", "belongs to whom the pronoun speaks of", phrase)
        whole = found.entity.named or found.entity.kind != "person"
        if entity.kind in ("organization", "government", "armed_group", "people") and whole and not entity.name.startswith(found.entity.name):
            mark = "’" if "’" in gathering.ground.draft.text else "'"
            entity.name = f"{found.entity.name}{mark}s {entity.name}"
        entity.roles = [type(r)(r.title, r.of or found.entity.id, r.span) for r in entity.roles]
        return


def _person(gathering: Gathering, entity: Entity, day: str | None) -> None:
    """Leaders by the table of offices; nationality by an adjective in a role or apposition."""
    people.known(gathering, entity, day)
    if entity.country is None:
        for phrase, _ in entity.mentions:
            found = owners.owner(gathering, phrase.head)
            if found is not None and found.country is not None:
                entity.country = found.country
                gathering.because(entity, "country", "adjective of nationality before the name", phrase)
                return


def _serves(entity: Entity, found: owners.Owner) -> bool:
    """Whether what is called by its state can be a part of it: a firm, party or university cannot."""
    whole = found.entity
    return whole is None or whole.kind != "government" or not entity.sectors or bool({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"} & set(entity.sectors))


def _body(gathering: Gathering, entity: Entity) -> None:
    """The state in or before the name, the nouns of the name."""
    ground = gathering.ground
    words = entity.name.split()
    if entity.country is None:
        for size in (3, 2, 1):
            codes = [
                known[0].code
                for i in range(len(words) - size + 1)
                if (known := ground.known.states(" ".join(words[i : i + size]).removesuffix("'s").removesuffix("’s")))
                and known[0].form in ("name", "alias", "demonym")
            ]
            if codes:
                entity.country = codes[0]
                gathering.because(entity, "country", "the state in its name")
                break
    for phrase, _ in entity.mentions:
        found = owners.owner(gathering, phrase.head) or owners.before(gathering, phrase.first)
        if found is None or found.entity is entity:
            continue
        if entity.country is None and found.country is not None:
            entity.country = found.country
            gathering.because(entity, "country", "its owner's", phrase)
        if entity.part_of is None and found.entity is not None and found.entity.kind != "person" and _serves(entity, found):
            entity.part_of = found.entity.id
            gathering.because(entity, "part_of", "named as its", phrase)
    if not entity.sectors:
        entity.sectors = roles.sectors(entity.name)
        if entity.sectors:
            gathering.because(entity, "sectors", "the nouns of its name")
    last = actor_nouns.noun(words[-1])
    if (
        entity.part_of is None
        and entity.country in gathering.states
        and entity.kind == "organization"
        and last is not None
        and set(entity.sectors) & {"GOV", "MIL", "JUD", "LEG", "COP", "SPY"}
    ):
        entity.part_of = gathering.states[entity.country]
        gathering.because(entity, "part_of", "a body of that state by its name")

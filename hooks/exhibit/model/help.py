"""What an editor is told of each field: one plain sentence and an example as it would stand in a file.

schema/ and the advice in new files are made from this table; a test holds it to the models. A field that a
class inherits is told of at the class that declares it, unless the heir says it better.
"""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel


class Help(NamedTuple):
    """told: one sentence in plain English; example: the field's value in YAML."""

    told: str
    example: str


def help_for(model: type[BaseModel], name: str) -> Help:
    """What is told of a field (by its name in YAML), found at the model or the nearest class it comes from.

    Raises KeyError where nothing is told.
    """
    if (info := model.model_fields.get(name)) and info.description and info.examples:
        return Help(info.description, str(info.examples[0]))
    for class_ in model.__mro__:
        if name in HELP.get(class_.__name__.partition("[")[0], {}):
            return Help(*HELP[class_.__name__.partition("[")[0]][name])
    raise KeyError(f"{model.__name__}.{name} is not told of in model/help.py")


HELP: dict[str, dict[str, tuple[str, str]]] = {
    "Citation": {
        "source": ("The id of a file in data/sources/.", "icds-2016"),
        "at": (
            "Where in the source: 37 a paragraph, p7 a page, art3 an article, s2 a section, 37-39 a range.",
            "37",
        ),
        "phrase": ("A few words found there, by which a reader can jump to the place.", "on 15 May 1992"),
        "via": ("The source on which that source rests, where it says so.", "sheryazdanova-2007a"),
    },
    "Cited": {
        "cite": (
            "Who says so: the id of a source, with the place in it after #. It holds for all parts inside that have none.",
            "'icds-2016#37'",
        ),
        "said": ("The source's own word, where it lies outside our vocabulary.", "founding member"),
        "doubt": (
            "How the sentence can be read in two ways, or why it is not to be relied on.",
            "the report names no day",
        ),
        "note": ("What a reader should know besides.", "the report gives the local date"),
        "as_of": ("The day up to which this is known to hold.", "2026-06"),
    },
    "Claim": {
        "because": (
            "Why this reading is preferred to its rivals, in one sentence; at most one reading has it.",
            "the treaty itself gives the day",
        ),
        "never": ("true for a negative: it never happened, and a source says so.", "true"),
    },
    "DateClaim": {"date": ("The date, no surer than the source gives it.", "1996-04-26")},
    "Step": {
        "act": ("What was done, in a few words.", "Charter signed"),
        "by": ("The treaty, meeting or event that did it.", "sco-charter"),
        "for": ("For whom it holds, where not for all.", "[kazakhstan]"),
        "counts": ("true on the step that stands for the whole where one date is needed.", "true"),
    },
    "PlaceClaim": {"place": ("The id of a file in data/places/.", "almaty")},
    "TextClaim": {
        "text": ("What is said, in a few words of our own.", "thirty member states"),
        "coarser": ("true where the words differ from another reading's without contradicting it.", "true"),
    },
    "NumberClaim": {
        "counts": ("The number.", "12"),
        "unit": ("What is counted.", "delegates"),
    },
    "ActorClaim": {"who": ("The id of a country, organisation or person.", "russia")},
    "Readings": {
        "readings": (
            "What the sources say of it side by side, where they disagree.",
            "[{date: 1996-04-26, cite: pax-1996}, {date: 1996-04, cite: 'icds-2016#37'}]",
        ),
    },
    "TextField": {
        "readings": (
            "What the sources say of it side by side, where they disagree.",
            "[{text: 700 km, cite: pax-1996}, {text: 900 km, cite: 'icds-2016#37'}]",
        ),
    },
    "PlaceField": {
        "readings": (
            "The places that the sources name, side by side, where they disagree.",
            "[{place: almaty, cite: pax-1996}, {place: astana, cite: 'icds-2016#37'}]",
        ),
    },
    "NumberField": {
        "readings": (
            "The numbers that the sources give, side by side, where they disagree.",
            "[{counts: 12, cite: pax-1996}, {counts: 28, unit: delegates, cite: 'icds-2016#37'}]",
        ),
    },
    "ActorField": {
        "readings": (
            "Whom the sources name, side by side, where they disagree.",
            "[{who: russia, cite: pax-1996}, {who: kazakhstan, cite: 'icds-2016#37'}]",
        ),
    },
    "DateField": {
        "steps": (
            "A chain of different acts, which are not rivals: signed, ratified, in force.",
            "[{act: Charter signed, date: 2002-06-07, by: sco-charter, cite: 'icds-2016#42'}]",
        ),
    },
    "Point": {"about": ("What the statement is about, in a few words.", "length of the shared borders")},
    "Name": {
        "text": ("The name.", "Шанхайская организация сотрудничества"),
        "lang": ("Its language, as a BCP 47 code; en where it is left out.", "ru"),
        "script": ("Its script, as an ISO 15924 code, where the language does not say it.", "Cyrl"),
        "kind": ("What sort of name it is.", "full"),
        "from": ("From when it was used.", "1998"),
        "to": ("Until when it was used.", "2019-03-23"),
    },
    "Item": {
        "title": ("The name that the exhibit uses.", "SCO summit, Shanghai 2001"),
        "names": (
            "Its names in other languages, and abbreviations.",
            "[{text: Shanghai Cooperation Organisation, kind: full}, {text: ШОС, lang: ru, kind: short}]",
        ),
        "summary": (
            "One plain sentence for lists.",
            "Six states met in Shanghai and founded the organisation.",
        ),
        "account": (
            "The story in prose, indented under `account: |`. [[id]] links to an item, [@source#37] cites.",
            "The states met at [[almaty]] [@icds-2016#37].",
        ),
        "points": (
            "Further statements, each with its sources: `about` says what it is about.",
            "[{about: working languages, text: Russian and Chinese, cite: 'icds-2016#42'}]",
        ),
        "see": ("Other items worth looking at.", "[sco-charter]"),
        "wikidata": ("Its identifier in Wikidata.", "Q485207"),
        "aliases": ("Earlier ids of this item, which lead here.", "[shanghai-2001]"),
    },
    "Span": {
        "from": ("From when: the first day in.", "2001-06-15"),
        "to": ("Until when: the first day out; leave it away while it goes on.", "2012-12-19"),
    },
    "Seat": {"place": ("The id of a file in data/places/.", "beijing")},
    "Spell": {
        "who": ("The states, organisations or people it holds for.", "[kazakhstan, kyrgyzstan]"),
        "status": ("What they are to the organisation in this time.", "member"),
        "never": ("true for a cited negative: they never had this status.", "true"),
        "opened_by": ("The treaty, meeting or event that opened it.", "sco-charter"),
        "closed_by": ("The treaty, meeting or event that closed it.", "uzbekistan-csto-suspension-2012"),
    },
    "Body": {
        "id": ("A short name; the body is reached as [[organisation#name]].", "secretariat"),
        "title": ("What it is called.", "Secretariat"),
        "kind": ("What sort of body it is.", "secretariat"),
        "names": ("Its names in other languages, and abbreviations.", "[{text: RATS, kind: short}]"),
        "founded": ("When it was founded.", "2004-01"),
        "ended": ("When it ended.", "2014-12-31"),
        "seat": ("Where it has its seat.", "[{place: beijing, cite: 'icds-2016#42'}]"),
        "points": (
            "Further statements about it.",
            "[{about: staff, text: thirty, cite: 'icds-2016#42'}]",
        ),
        "account": ("Its story in prose.", "The office opened in [[tashkent]] [@icds-2016#42]."),
    },
    "Succession": {
        "organisation": ("The earlier organisation.", "shanghai-five"),
        "how": ("How this one descends from it.", "transformed"),
        "date": ("When.", "2001-06-15"),
        "by": ("The treaty, meeting or event that did it.", "sco-declaration"),
    },
    "PartOf": {"organisation": ("The larger organisation it was nested in.", "cis")},
    "Organisation": {
        "title": ("The name that the exhibit uses.", "Shanghai Cooperation Organisation"),
        "summary": (
            "One plain sentence for lists.",
            "Six states of Eurasia that work together on security and trade.",
        ),
        "stage": ("How far it ever came.", "organisation"),
        "sphere": ("What it is mainly for.", "security"),
        "proposed": ("When it was proposed.", "1992-10-05"),
        "founded": ("When it was founded; a chain of acts as `steps`.", "2001-06-15"),
        "ended": ("When it ended.", "2014-12-31"),
        "founded_by": ("The treaties or meetings that founded it.", "sco-declaration"),
        "seat": ("Where it has its seat.", "[{place: beijing, cite: 'icds-2016#42'}]"),
        "members": (
            "Who belonged to it, as what, from when to when.",
            "[{who: [china, russia], status: member, from: 2001-06-15, cite: 'icds-2016#41'}]",
        ),
        "members_in_part": ("true where not all members are listed, only the states of the story.", "true"),
        "bodies": (
            "Its council, secretariat, centres.",
            "[{id: secretariat, title: Secretariat, kind: secretariat}]",
        ),
        "succeeds": (
            "Earlier organisations it descends from, and how.",
            "[{organisation: shanghai-five, how: transformed, date: 2001-06-15, cite: 'icds-2016#41'}]",
        ),
        "part_of": ("The larger organisation it was nested in.", "[{organisation: cis, from: 1992-05-15}]"),
    },
    "Action": {
        "who": ("The states, organisations or people that did it.", "[kazakhstan, russia]"),
        "act": ("What they did towards the treaty.", "ratified"),
        "date": ("When; left out, it is the treaty's own day.", "2010-02-17"),
        "never": ("true for a cited negative: they did not do it.", "true"),
    },
    "Treaty": {
        "title": ("The name that the exhibit uses.", "Charter of the Shanghai Cooperation Organisation"),
        "summary": ("One plain sentence for lists.", "The text on which the organisation rests."),
        "type": ("The form of the text.", "charter"),
        "manner": ("How it came to be agreed; by signature where it is left out.", "consensus"),
        "organisations": ("The organisations it belongs to.", "sco"),
        "adopted_at": (
            "The meeting that adopted it, from which it takes its date and place.",
            "sco-2002-st-petersburg",
        ),
        "place": ("Where, unless it was where the meeting was.", "st-petersburg"),
        "adopted": ("When it was adopted, if not on the day of the meeting.", "2002-06-07"),
        "signed": ("When it was signed.", "2002-06-07"),
        "in_force": ("When it came into force.", "2003-09-19"),
        "provisional": ("From when it was applied provisionally.", "2002-06-07"),
        "registered": ("When it was registered with the United Nations.", "2004-05-01"),
        "ended": ("When it ceased to be in force.", "2014-12-31"),
        "adopted_by": ("Who adopted it, in words.", "the heads of state"),
        "parties": (
            "What states did towards it; without a date, on the treaty's own day.",
            "[{who: [china, russia], act: signed, cite: 'icds-2016#42'}]",
        ),
        "depositary": ("Who keeps the original.", "china"),
        "registration": ("Its number in a treaty series.", "UNTS 2896, no. 50517"),
        "amends": ("The treaties it amends or extends.", "sco-charter"),
    },
    "Attendance": {
        "who": ("The countries, organisations or people.", "kazakhstan"),
        "by": ("The people who came for them.", "nursultan-nazarbayev"),
        "role": ("The part they took; participant where it is left out.", "chair"),
    },
    "Summit": {
        "level": ("Who met.", "heads of state"),
        "mode": ("How they met; in person where it is left out.", "video"),
        "number": ("Its number among the meetings of its kind.", "2"),
        "organisations": ("The organisations whose meeting it was.", "sco"),
        "date": ("When: a day, or first day/last day.", "2001-06-14/2001-06-15"),
        "place": ("Where: the id of a file in data/places/.", "shanghai"),
        "participants": (
            "Who took part, for whom, as what.",
            "[{who: kazakhstan, by: nursultan-nazarbayev}]",
        ),
        "attendance": ("How many took part.", "{counts: 12, unit: delegations}"),
    },
    "Event": {
        "title": ("The name that the exhibit uses.", "Proposal for a conference on security in Asia"),
        "summary": (
            "One plain sentence for lists.",
            "A president proposed to the General Assembly to convene a conference.",
        ),
        "kind": ("What sort of event it is.", "speech"),
        "organisations": ("The organisations it concerns.", "cica"),
        "date": ("When.", "1992-10-05"),
        "place": ("Where: the id of a file in data/places/.", "new-york"),
        "by": ("Who acted or spoke: a person, country, organisation, or a source.", "nursultan-nazarbayev"),
        "as": ("The office in which they acted or spoke.", "President of Kazakhstan"),
        "about": ("The items it concerned.", "[cica]"),
        "at": ("The meeting or event at which it happened.", "unga-47"),
        "participants": ("Who took part, for whom, as what.", "[{who: [china, russia]}]"),
        "attendance": ("How many took part.", "{counts: 4000, unit: soldiers}"),
        "text": ("For a statement: what was said, in our own words.", "Asia needs a forum of its own."),
    },
    "Office": {
        "title": ("The office.", "President of Kazakhstan"),
        "of": ("The country or organisation whose office it is.", "kazakhstan"),
    },
    "Person": {
        "title": ("The name that the exhibit uses.", "Nursultan Nazarbayev"),
        "summary": ("One plain sentence for lists.", "President of Kazakhstan from 1991 to 2019."),
        "country": ("The country.", "kazakhstan"),
        "born": ("When born.", "1940-07-06"),
        "died": ("When died.", "2016-09-02"),
        "offices": (
            "Offices held, and when.",
            "[{title: President of Kazakhstan, of: kazakhstan, from: 1991, cite: 'icds-2016#5'}]",
        ),
    },
    "Country": {
        "title": ("The name that the exhibit uses.", "Kazakhstan"),
        "summary": ("One plain sentence for lists.", "A state in Central Asia, formerly a Soviet republic."),
        "code": ("Its ISO 3166-1 code of two letters, where there is one.", "KZ"),
        "from": ("Since when it has existed, where the story needs it.", "1991-12-16"),
        "to": ("Until when it existed.", "1991-12-26"),
        "capital": (
            "Its capital, and since when.",
            "[{place: astana, from: 1997-12-10, cite: 'icds-2016#5'}]",
        ),
        "succeeds": ("The earlier states it follows.", "soviet-union"),
    },
    "Place": {
        "title": ("The name that the exhibit uses.", "Almaty"),
        "summary": ("One plain sentence for lists.", "The largest city of Kazakhstan."),
        "country": ("The country in which it lies today.", "kazakhstan"),
        "lat": ("Latitude in degrees, north positive.", "43.25"),
        "lon": ("Longitude in degrees, east positive.", "76.95"),
        "geonames": ("Its number in GeoNames.", "1526384"),
    },
    "Paragraph": {
        "at": ("The number of the paragraph.", "37"),
        "opens": ("The words it opens with.", "In April 1996"),
        "silent": ("Why nothing is drawn from it, in a few words.", "a heading"),
    },
    "Source": {
        "title": (
            "Its title, in its own language; where it has none, what it is, in a few words.",
            "Charter of the Organisation",
        ),
        "type": ("What sort of publication it is.", "news"),
        "tier": ("How near it stands to what it reports.", "press"),
        "title_en": ("Its title in English, where it has another language.", "The treaty is signed"),
        "authors": ("Its authors, as printed.", "[A. Author, B. Author]"),
        "written_by": ("Authors who are items of the exhibit.", "nursultan-nazarbayev"),
        "container": ("The journal, book or site it stands in.", "Central Asia and the Caucasus"),
        "publisher": ("Who published it.", "Kazinform"),
        "date": ("When it was published.", "2001-06-15"),
        "lang": ("Its language, as a BCP 47 code; en where it is left out.", "ru"),
        "url": ("Its address.", "https://www.example.org/article"),
        "archive": (
            "The address of an archived copy.",
            "https://web.archive.org/web/2020/https://www.example.org/",
        ),
        "where": ("Where it is to be had, in words, if it has no address.", "National Library of Kazakhstan"),
        "read": ("When it was read for the exhibit.", "2026-05-20"),
        "consulted": ("false where it is known from another's footnote only.", "false"),
        "known_from": ("The sources in whose footnotes it is named.", "icds-2016"),
        "perspective": ("Whose view it gives, in a sentence.", "Embassy of Kazakhstan, the proposer."),
        "last": ("The last locator there is, for checking: 80 a paragraph, p40 a page.", "'80'"),
        "complete": ("true where every paragraph is accounted for.", "true"),
        "paragraphs": (
            "Its paragraphs, where it prints no numbers: the words each opens with.",
            "[{at: 37, opens: In April 1996}]",
        ),
    },
}

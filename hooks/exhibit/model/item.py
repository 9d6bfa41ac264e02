"""What every item has: names, sources, an account; and the spans and seats that parts of items share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Many
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField, Point, Refs
from exhibit.model.forms import Language, Slug, Wikidata
from exhibit.model.part import Keys
from exhibit.model.picture import ItemPicture
from exhibit.model.references import Prose, Ref, Text
from exhibit.model.told import ModelError, told
from exhibit.problems.problem import did_you_mean


class Name(Cited):
    """A name: with language (BCP 47), script (ISO 15924) and span of use.

    A plain name needs no citation; one that has ``cite`` is that source's claim.
    """

    INHERITS: ClassVar[bool] = False
    MATCHED_BY: ClassVar[Keys] = (("text", "lang", "kind"), ("text", "lang"), ("text",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("kind", "lang")

    text: Text = told("The name.", "Лига рек")
    lang: Language = told(
        "Its language, as a BCP 47 code; en where it is left out.", "ru", default="en", word="language"
    )
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")] | None = told(
        "Its script, as an ISO 15924 code, where the language does not say it.", "Cyrl", default=None
    )
    kind: v.NameKind = told("What sort of name it is.", "full", default=v.NameKind.VARIANT)
    start: Edtf | None = told(
        "From when it was used.", "1965", default=None, alias="from", label="From", word="beginning"
    )
    end: Edtf | None = told(
        "Until when it was used.", "2009-04-01", default=None, alias="to", label="Until", word="end"
    )

    def called(self, named: str) -> str:
        return f"name: {self.text}"

    @property
    def in_change(self) -> str:
        return f"name “{self.text}”"


def told_title(example: str) -> Any:
    """Declare the title of a kind, with an example of its own."""
    return told("The name that the exhibit uses.", example, first=True)


def told_summary(example: str, default: Any = ...) -> Any:
    """Declare the summary of a kind, with an example of its own."""
    return told("One plain sentence for lists.", example, default=default, first=True)


class Item(Cited):
    """What every item has. The keywords of a kind's class give what is told of the kind, below in capitals.

    title: the name the exhibit uses. summary: one plain sentence for lists.
    account: the story in prose. picture: what shows it. points: further statements, each with its sources.
    aliases: earlier ids, which redirect.
    """

    COLLECTION: ClassVar[str] = ""
    """The folder of data/ that holds the items of the kind."""
    SINGULAR: ClassVar[str] = ""
    """What one is called: treaty."""
    PLURAL: ClassVar[str] = ""
    """What several are called, as a heading: Treaties and documents."""
    SEVERAL: ClassVar[str] = ""
    """The same, short, at the head of a phrase: Documents that name both. Where it is left out, the plural."""
    JOINED: ClassVar[tuple[str, str] | tuple[()]] = ()
    """Where states join such an item, not only are named by it: the label of those that one joined, and what they
    did (attended). The atlas shows such items where they happened."""
    HOSTED: ClassVar[str] = ""
    """The label of those that happened in a state, where it is their host."""
    ENTRIES: ClassVar[str] = ""
    """What its entries on a timeline are called, where not as the items."""
    LANE: ClassVar[str] = ""
    """The same, short, beside a lane; where it is left out, the whole."""
    PAGE_ORDER: ClassVar[tuple[str, ...]] = ()
    """The fields that lead its table of facts; the rest follow in the order of the file."""
    COUNTED: ClassVar[tuple[str, str] | tuple[()]] = ()
    """Where its index counts who names an item: the column's heading, and the heading of the references."""
    FOUND_BY_NAME: ClassVar[bool] = False
    """Whether search answers a name of such an item with it before all others."""
    DATES_IN_INDEX: ClassVar[bool] = True
    """Whether its index has a column of dates, given that such items have any."""
    DATES_IN_LISTS: ClassVar[bool] = True
    """Whether a list of some of them gives their dates: no link is dated by a birthday."""

    id: str = told("Its id: the name of its file.", "league-1968-ford", word="page address", first=True)
    title: Text = told_title("First meeting of the League")
    names: Many[Name] = told(
        "Its names in other languages, and abbreviations.",
        "[{text: League of Rivers, kind: full}, {text: ЛР, lang: ru, kind: short}]",
        default=[],
        word="name",
        label="Names",
        row=False,
        first=True,
    )
    summary: Text | None = told_summary("Six states met at Ford and founded the League.", default=None)
    account: Prose | None = told(
        "The story in prose, indented under `account: |`. `[[id]]` links to an item, `[@source#37]` cites.",
        "The states met at [[ford]] [@gazette#37].",
        default=None,
        after="aliases",
    )
    picture: Many[ItemPicture] = told(
        "What shows it: a file in data/pictures/, with words for those who do not see it, whose it is and its licence.",
        "[{file: ford-1968-signing.jpg, alt: Six men at a table, credit: A. Author, licence: cc by 4.0, cite: gazette}]",
        default=[],
        label="Pictures",
        row=False,
        word="picture",
        after="account",
    )
    points: Many[Point] = told(
        "Further statements, each with its sources: `about` says what it is about.",
        "[{about: working languages, text: those of all members, cite: 'gazette#42'}]",
        default=[],
        word="further statement",
    )
    see: Refs = told("Other items worth looking at.", "[league-charter]", default=[], word="see also")
    wikidata: Wikidata | None = told(
        "Its identifier in Wikidata.",
        "Q12345",
        default=None,
        word="Wikidata identifier",
        label="Wikidata",
        row=False,
        after="as_of",
    )
    aliases: Many[Slug] = told(
        "Earlier ids of this item, which lead here.",
        "[ford-1968]",
        default=[],
        word="earlier address",
        after="wikidata",
    )

    def __init_subclass__(cls, **said: Any) -> None:
        super().__init_subclass__()
        for keyword, value in said.items():
            if keyword.upper() not in Item.__class_vars__:
                known = [name.lower() for name in Item.__class_vars__ if name.isupper()]
                raise ModelError(
                    f"{cls.__name__}: a kind of item has no keyword '{keyword}'{did_you_mean(keyword, known)}"
                )
            setattr(cls, keyword.upper(), value)

    @classmethod
    def needed(cls, given: Mapping[str, list[str]]) -> list[str]:
        """The fields that an item needs besides those without a default, with what is given: values by field, as
        they stand in YAML."""
        return []

    def joining(self) -> Iterator[str]:
        """The ids of those who joined it; see JOINED."""
        yield from ()

    @property
    def short(self) -> str:
        """The English abbreviation without a citation of its own, or the title."""
        for name in self.names:
            if name.kind is v.NameKind.SHORT and name.lang == "en" and not name.cite and not name.end:
                return name.text
        return self.title


class Span(Cited):
    """A half-open span [from, to): from is in, to is the first day out."""

    start: DateField | None = told(
        "From when: the first day in.",
        "1968-06-15",
        default=None,
        alias="from",
        label="From",
        word="beginning",
    )
    end: DateField | None = told(
        "Until when: the first day out; leave it away while it goes on.",
        "1979-12-31",
        default=None,
        alias="to",
        label="Until",
        word="end",
    )


class Seat(Span):
    """Where a body, an organisation or a state had its seat."""

    SPEAKS_OF: ClassVar[str] = "place"
    MATCHED_BY: ClassVar[Keys] = (("place", "start"), ("place",))

    place: Annotated[str, Ref(("places",), "Seat of")] = told(
        "The id of a file in data/places/.", "ford", label="Place"
    )

    def called(self, named: str) -> str:
        return f"seat in {named}"

    @property
    def in_change(self) -> str:
        return "seat in"

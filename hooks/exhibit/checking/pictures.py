"""Rules of pictures: each that an item shows is there, says in words what is to be seen, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.checking.rule import rule
from exhibit.model.picture import ItemPicture
from exhibit.model.terms_of_pictures import Licence
from exhibit.problems.problem import Problem, did_you_mean, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.pictures import FOLDER

_CALLED = re.compile(
    r"(an? |the )?(picture|photo(graph)?|image) (of|showing)\b|.*\.(jpe?g|png)$", re.IGNORECASE
)
"""Words that say nothing to who does not see a picture: that it is one, or the name of its file."""


@rule
def a_picture_is_there(exhibit: Exhibit) -> Iterator[Problem]:
    """The file that an item names lies in data/pictures; of one that cannot be shown is told where it lies."""
    for item, path, picture in exhibit.every(ItemPicture):
        if picture.file not in exhibit.pictures:
            what = f"no picture {shown(picture.file)} in data/{FOLDER}"
            message = f"{what}{did_you_mean(picture.file, exhibit.pictures)}"
            yield exhibit.problem(item, (*path, "file"), message)


@rule
def a_picture_says_where_it_comes_from(exhibit: Exhibit) -> Iterator[Problem]:
    """Every picture cites the source it was taken from, but for those that were made for the exhibit."""
    for item, path, picture in exhibit.every(ItemPicture):
        if not picture.cite and picture.licence is not Licence.OWN:
            message = "a picture says where it comes from; add `cite` with the source it was taken from"
            yield exhibit.problem(item, path, message)


@rule
def a_picture_is_told_in_words(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: the words in the place of a picture are those below it, or only say that it is a picture."""
    for item, path, picture in exhibit.every(ItemPicture):
        if picture.alt == picture.caption:
            message = "the same words stand below the picture; tell here what is to be seen"
            yield exhibit.problem(item, (*path, "alt"), message, warning=True)
        elif _CALLED.match(picture.alt):
            message = "tells that there is a picture; tell what is to be seen in it"
            yield exhibit.problem(item, (*path, "alt"), message, warning=True)


@rule
def a_picture_is_shown(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: a file in data/pictures that no item names."""
    named = {picture.file for _, _, picture in exhibit.every(ItemPicture)}
    for name in exhibit.pictures.keys() - named if not exhibit.unread else ():
        message = "no item shows this picture; name it in the item's file, or delete it"
        yield Problem(f"data/{FOLDER}/{name}", 1, 1, "", message, warning=True)

"""Licences: under which pictures of others may be shown, and by others shown on."""

from __future__ import annotations

from exhibit.model.term import Term, term

_CC = "https://creativecommons.org/licenses"


class Licence(Term):
    """Under which licence a picture stands. None here forbids changes or sale: the exhibit is resized and printed.

    address: where its text can be read; empty where there is none.
    """

    address: str

    PUBLIC_DOMAIN = term(
        "public domain",
        "Public domain",
        "nobody holds rights in it any more, or ever did",
        address="https://creativecommons.org/publicdomain/mark/1.0/",
    )
    CC0 = term(
        "cc0 1.0",
        "CC0 1.0",
        "its maker gave all rights up",
        address="https://creativecommons.org/publicdomain/zero/1.0/",
    )
    BY_2 = term("cc by 2.0", "CC BY 2.0", "free with its maker's name", address=f"{_CC}/by/2.0/")
    BY_3 = term("cc by 3.0", "CC BY 3.0", "free with its maker's name", address=f"{_CC}/by/3.0/")
    BY_4 = term("cc by 4.0", "CC BY 4.0", "free with its maker's name", address=f"{_CC}/by/4.0/")
    BY_SA_2 = term(
        "cc by-sa 2.0",
        "CC BY-SA 2.0",
        "free with its maker's name; what is made of it alike",
        address=f"{_CC}/by-sa/2.0/",
    )
    BY_SA_3 = term(
        "cc by-sa 3.0",
        "CC BY-SA 3.0",
        "free with its maker's name; what is made of it alike",
        address=f"{_CC}/by-sa/3.0/",
    )
    BY_SA_4 = term(
        "cc by-sa 4.0",
        "CC BY-SA 4.0",
        "free with its maker's name; what is made of it alike",
        address=f"{_CC}/by-sa/4.0/",
    )
    OWN = term("own", "Made for the exhibit, under its licence", "drawn or taken for this exhibit")
    PERMISSION = term(
        "permission", "Shown with permission", "its holder lets this exhibit show it; others have to ask"
    )

    def told(self, *, address: str = "") -> None:
        self.address = address

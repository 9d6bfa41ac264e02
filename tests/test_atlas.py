"""The atlas: who was in what on a day, what it was called, where it stands on the map."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin

import pytest
from atlas_cases import cases
from conftest import ROOT
from exhibit.model.dates import parse_date
from exhibit.model.kinds import Country, Name, Organisation, Place
from exhibit.model.vocabulary import Status
from exhibit.pages.render import pages
from exhibit.pages.site import Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import FOLDER, Ring, geometries, territories
from exhibit.views.atlas.held import held
from exhibit.views.atlas.map import HEIGHT, WIDTH, lands, view_of
from exhibit.views.atlas.projection import EARTH, Projection
from exhibit.views.membership.days import as_json, day_number, encoded, names, on, stood
from exhibit.views.membership.on_day import last_day, sureness
from exhibit.views.membership.spells import rows

AS_OF = parse_date("2026-06")
FIRST = date(1991, 1, 1)


def test_the_atlas_tells_what_the_hand_made_table_tells(real: Exhibit) -> None:
    table = cases(real)
    assert len({day for _, day, _ in table}) == 12
    assert len({organisation for organisation, _, _ in table}) >= 8
    for organisation, day, wanted in table:
        item = real.items[organisation]
        assert isinstance(item, Organisation)
        found = {
            (one.row.who.id, one.row.spell.status.value, sure)
            for one in held(real, item, AS_OF)
            if (sure := one.on(day))
        }
        assert found == wanted, f"{organisation} on {day}: wrong {found - wanted}, missing {wanted - found}"


def test_the_runs_of_every_spell_say_on_every_day_what_sureness_says(real: Exhibit) -> None:
    days = [FIRST + timedelta(days=n) for n in range(0, (last_day(AS_OF) - FIRST).days + 1, 11)]
    for item in real.of("organisations"):
        for row in rows(real, item):
            runs = stood(row, FIRST, AS_OF)
            turns = [run.first + timedelta(days=n) for run in runs[1:] for n in (-1, 0, 1)]
            for day in [*days, *(day for day in turns if day <= last_day(AS_OF))]:
                assert on(runs, day) == sureness(row, day), (item.id, row.who.id, day)


def test_runs_for_the_script(real: Exhibit) -> None:
    cis = real.items["cis"]
    assert isinstance(cis, Organisation)
    georgia = next(row for row in rows(real, cis) if row.who.id == "georgia")
    assert encoded(stood(georgia, FIRST, AS_OF)) == "- 8735p 8765c 14474-"
    assert [day_number(date.fromisoformat(d)) for d in ("1993-12-01", "1993-12-31", "2009-08-18")] == [
        8735,
        8765,
        14474,
    ]


CALLED = [
    ("osce", True, "1994-12-31", "CSCE"),
    ("osce", True, "1995-01-01", "OSCE"),
    ("osce", False, "1994-12-31", "Conference on Security and Co-operation in Europe"),
    ("almaty", False, "1991-12-21", "Alma-Ata"),
    ("almaty", False, "1992-10-01", "Alma-Ata or Almaty"),
    ("almaty", False, "1998-07-03", "Almaty"),
    ("astana", False, "1991-12-21", "Akmola or Tselinograd"),
    ("astana", False, "1998-05-06", "Astana"),
    ("astana", False, "2019-03-23", "Nur-Sultan"),
    ("astana", False, "2022-09-19", "Astana"),
    ("st-petersburg", False, "1991-09-05", "Leningrad"),
    ("st-petersburg", False, "1991-09-06", "St Petersburg"),
    ("bishkek", False, "1991-02-01", "Frunze or Bishkek"),
    ("csto", True, "2002-10-07", "CSTO"),
    ("moscow", False, "2002-10-07", "Moscow"),
]


@pytest.mark.parametrize(("id_", "short", "day", "name"), CALLED)
def test_names_are_those_of_the_day(real: Exhibit, id_: str, short: bool, day: str, name: str) -> None:
    assert on(names(real.items[id_], FIRST, AS_OF, short), date.fromisoformat(day)) == name


def test_a_hostile_name_reaches_the_script_as_text() -> None:
    place = Place(id="ford", title="Ford", names=[
        Name.model_validate({"text": '"]<script>', "kind": "former", "from": "1990", "to": "1995-01-01"}),
    ])  # fmt: skip
    assert json.loads(as_json(names(place, FIRST, AS_OF))) == [[7670, '"]<script>'], [9131, "Ford"]]


def test_every_status_has_a_letter_and_words() -> None:
    assert all(status.letter and status.one and status.many for status in Status)


def undone(view: Projection, x: float, y: float) -> tuple[float, float]:
    """The point of the earth (latitude and longitude in degrees) at a place on the map that is not its centre: Snyder's
    equations 20-14, 20-15, 20-18 and 24-16."""
    rho, middle = hypot(x, y), radians(view.lat)
    c = 2 * asin(rho / (2 * EARTH * view.scale))
    lat = asin(cos(c) * sin(middle) + y * sin(c) * cos(middle) / rho)
    lon = atan2(x * sin(c), rho * cos(middle) * cos(c) - y * sin(middle) * sin(c))
    return degrees(lat), (view.lon + degrees(lon) + 180) % 360 - 180


def test_the_projection_gives_the_worked_example_of_its_source() -> None:
    """Snyder 1987, page 332: a sphere of radius 3 around 40° N 100° W, and the point 20° S 100° E."""
    view = Projection(40, -100, 3 / EARTH)
    assert view.forward(-20, 100) == pytest.approx((-4.2339303, 4.0257775), abs=1e-7)
    assert undone(view, -4.2339303, 4.0257775) == pytest.approx((-20, 100), abs=1e-6)


def test_the_projection_keeps_areas_and_can_be_undone() -> None:
    view = Projection(44, 80)
    for lat in (-5.0, 20.0, 43.0, 71.0):
        for lon in (2.0, 45.0, 80.0, 139.0):
            x, y = view.forward(lat, lon)
            assert undone(view, x, y) == pytest.approx((lat, lon), abs=1e-9)
            step = 0.01
            corners = [
                view.forward(lat + a, lon + b) for a, b in ((0, 0), (0, step), (step, step), (step, 0))
            ]
            drawn = _area(corners)
            true = (EARTH * radians(step)) ** 2 * cos(radians(lat + step / 2))
            assert drawn == pytest.approx(true, rel=1e-4)
    with pytest.raises(ValueError, match="opposite"):
        view.forward(-44, -100)


def _area(points: list[tuple[float, float]]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_the_map_shows_every_state_of_the_story_in_its_region(real: Exhibit) -> None:
    drawn, rest = lands(real)
    assert rest.startswith("M")
    shown = {land.country.id for land in drawn}
    members = {
        row.who.id
        for id_ in ("cis", "csto", "sco", "eaeu", "caco", "cst")
        for row in rows(real, real.items[id_])
    }  # type: ignore[arg-type]
    outside = {"cuba", "maldives", "sco"}
    assert members - shown == outside
    for land in drawn:
        x, y = land.mark
        assert 0 < x < WIDTH and 0 < y < HEIGHT
    marks = [land.mark for land in drawn if land.country.id in members]
    apart = [abs(a - c) >= 18 or abs(b - d) >= 14 for i, (a, b) in enumerate(marks) for c, d in marks[:i]]
    assert all(apart), "two marks lie on each other"


def test_geometry_is_small_and_where_it_should_be(real: Exhibit) -> None:
    assert {"eurasia", "world"} <= set(geometries())
    assert max(path.stat().st_size for path in FOLDER.glob("*.json")) <= 150_000
    lats = [lat for ring in (r for p in territories("eurasia")["KG"].polygons for r in p) for lat, _ in ring]
    lons = [lon for ring in (r for p in territories("eurasia")["KG"].polygons for r in p) for _, lon in ring]
    assert (min(lats), max(lats)) == pytest.approx((39.2, 43.3), abs=0.3)
    assert (min(lons), max(lons)) == pytest.approx((69.3, 80.2), abs=0.3)
    view = view_of(real)
    assert view.on_map(44, 80) == (470.0, 292.0)
    assert view.on_map(49.25, -123.12) is None
    assert view.on_map(-44, -100) is None, "the point opposite the centre has no place"


DISPUTED = [
    # what docs/about/rights.md names; latitude and longitude of a point in it; the shape in which that lies
    ("Crimea", 45.2, 34.2, "UA"),
    ("Sevastopol", 44.65, 33.6, "UA"),
    ("Donetsk", 48.0, 37.8, "UA"),
    ("Luhansk", 48.57, 39.3, "UA"),
    ("Abkhazia", 43.0, 41.3, "GE"),
    ("South Ossetia", 42.35, 44.0, "GE"),
    ("Transnistria", 46.85, 29.62, "MD"),
    ("Nagorno-Karabakh", 39.8, 46.75, "AZ"),
    ("Golan Heights", 33.0, 35.78, "IL"),
    ("West Bank", 31.95, 35.2, "PS"),
    ("East Jerusalem", 31.78, 35.25, "PS"),
    ("Gaza", 31.42, 34.38, None),
    ("Taiwan", 23.8, 121.0, "TW"),
    ("Kosovo", 42.6, 20.9, "Kosovo"),
    ("Northern Cyprus", 35.27, 33.5, "N. Cyprus"),
    ("Somaliland", 9.7, 44.5, "Somaliland"),
    ("Kashmir", 34.1, 74.8, "IN"),
    ("Kashmir", 35.9, 74.3, "PK"),
    ("Siachen Glacier", 35.4, 77.1, "Siachen Glacier"),
    ("Aksai Chin", 35.2, 79.5, "CN"),
    ("Arunachal Pradesh", 28.2, 94.5, "IN"),
    ("Kuril Islands", 44.1, 145.9, "RU"),
    ("Halaib", 22.4, 35.5, "EG"),
    ("Abyei", 9.8, 28.5, "SD"),
]


@pytest.mark.parametrize(("name", "lat", "lon", "shape"), DISPUTED)
def test_a_disputed_territory_is_drawn_as_the_page_of_rights_says(
    name: str, lat: float, lon: float, shape: str | None
) -> None:
    found = [
        code
        for code, territory in territories("eurasia").items()
        if any(_holds(polygon, lat, lon) for polygon in territory.polygons)
    ]
    assert found == ([shape] if shape else [])
    assert name in (ROOT / "docs/about/rights.md").read_text("utf-8")


def _holds(polygon: tuple[Ring, ...], lat: float, lon: float) -> bool:
    """Whether a point lies in a polygon: a line from it eastwards crosses its rings an odd number of times."""
    sides = [side for ring in polygon if ring for side in pairwise((*ring, ring[0]))]
    crossed = [
        (a, b)
        for a, b in sides
        if (a[0] > lat) != (b[0] > lat) and lon < a[1] + (b[1] - a[1]) * (lat - a[0]) / (b[0] - a[0])
    ]
    return len(crossed) % 2 == 1


def test_a_view_that_nobody_chose_shows_every_state_as_large_as_it_fits() -> None:
    """Kenya, Uganda and Tanzania: from the Nile in the north to the Ruvuma, from the Great Lakes to the ocean."""
    states = {code: Country(id=code.lower(), title=code, code=code) for code in ("KE", "UG", "TZ")}
    exhibit = Exhibit({state.id: state for state in states.values()}, {})
    drawn, rest = lands(exhibit)
    assert {land.country.id for land in drawn} == {"ke", "ug", "tz"}
    assert all(land.named for land in drawn), "no state is small on a map of its own region"
    nairobi, dodoma = (view_of(exhibit).on_map(*point) for point in ((-1.29, 36.82), (-6.17, 35.74)))
    assert nairobi and dodoma and nairobi[1] < dodoma[1] and nairobi[0] > dodoma[0]
    assert view_of(exhibit).on_map(51.5, -0.1) is None and rest.startswith("M")


def test_kazakhstan_is_as_large_as_it_is(real: Exhibit) -> None:
    """2,724,900 km² (UN Demographic Yearbook); the coast is simplified, so two in a hundred may be lost."""
    view = Projection(44, 80)
    areas = [
        _area([view.forward(lat, lon) for lat, lon in polygon[0]])
        for polygon in territories("eurasia")["KZ"].polygons
    ]
    assert sum(areas) == pytest.approx(2_724_900, rel=0.02)


def test_the_page_of_the_tiny_exhibit(tiny_site: Site) -> None:
    text = next(page.text for page in pages(tiny_site) if page.path == "atlas.md")
    assert text.startswith("---\ntitle: Atlas\n")
    assert text.count("<tr data-state=") == 6
    assert '<option value="river-pact"' in text
    assert 'data-runs="- 9612c' in text

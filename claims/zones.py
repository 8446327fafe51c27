"""
Time zones by what people call them: their city, a larger city nearby, their country.

The names of zones are those of the tz database, countries and regions from its own tables;
`CITIES` adds large cities that have no zone of their own.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple
from zoneinfo import TZPATH, available_timezones

from claims.wording import say

CITIES = {
    "Africa/Cairo": "Alexandria, Giza",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria, Soweto",
    "Africa/Lagos": "Abuja, Kano, Ibadan",
    "Africa/Casablanca": "Rabat, Marrakesh, Fez, Tangier",
    "Africa/Addis_Ababa": "Dire Dawa",
    "Africa/Nairobi": "Mombasa",
    "Africa/Accra": "Kumasi",
    "America/Argentina/Buenos_Aires": "Rosario, La Plata, Mar del Plata",
    "America/Bogota": "Medellin, Cali, Barranquilla, Cartagena",
    "America/Caracas": "Maracaibo, Valencia",
    "America/Chicago": "Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans,"
    " Kansas City, Milwaukee, St Louis, Nashville, Memphis, Fort Worth, Oklahoma City, Omaha",
    "America/Denver": "Salt Lake City, Albuquerque, Colorado Springs, El Paso",
    "America/Edmonton": "Calgary",
    "America/Guayaquil": "Quito",
    "America/La_Paz": "Santa Cruz, Cochabamba",
    "America/Lima": "Arequipa, Trujillo",
    "America/Los_Angeles": "San Francisco, Seattle, San Diego, San Jose, Portland, Las Vegas,"
    " Sacramento, Oakland, Hollywood",
    "America/Mexico_City": "Guadalajara, Puebla, Leon",
    "America/New_York": "Washington DC, Boston, Miami, Philadelphia, Atlanta, Baltimore,"
    " Pittsburgh, Cleveland, Columbus, Cincinnati, Charlotte, Orlando, Tampa, Buffalo, Raleigh",
    "America/Phoenix": "Tucson",
    "America/Santiago": "Valparaiso, Concepcion",
    "America/Sao_Paulo": "Rio de Janeiro, Brasilia, Belo Horizonte, Curitiba, Porto Alegre",
    "America/Toronto": "Ottawa, Montreal, Quebec, Hamilton",
    "America/Vancouver": "Victoria, Surrey",
    "Asia/Baghdad": "Basra, Mosul",
    "Asia/Bangkok": "Chiang Mai",
    "Asia/Dhaka": "Chittagong",
    "Asia/Dubai": "Abu Dhabi, Sharjah",
    "Asia/Ho_Chi_Minh": "Hanoi, Da Nang",
    "Asia/Jakarta": "Surabaya, Bandung, Medan",
    "Asia/Jerusalem": "Tel Aviv, Haifa",
    "Asia/Karachi": "Lahore, Islamabad, Rawalpindi, Faisalabad",
    "Asia/Kolkata": "Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Madras,"
    " Hyderabad, Ahmedabad, Pune, Calcutta, Jaipur, Lucknow",
    "Asia/Manila": "Quezon City, Cebu, Davao",
    "Asia/Riyadh": "Jeddah, Mecca, Medina",
    "Asia/Seoul": "Busan, Incheon, Daegu",
    "Asia/Shanghai": "Beijing, Shenzhen, Guangzhou, Chengdu, Chongqing, Tianjin, Wuhan, Hangzhou,"
    " Nanjing, Xian",
    "Asia/Taipei": "Kaohsiung, Taichung",
    "Asia/Tehran": "Mashhad, Isfahan",
    "Asia/Tokyo": "Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka, Kobe, Hiroshima",
    "Australia/Melbourne": "Geelong",
    "Australia/Sydney": "Canberra, Newcastle",
    "Australia/Brisbane": "Gold Coast, Cairns",
    "Europe/Amsterdam": "Rotterdam, The Hague, Den Haag, Utrecht, Eindhoven",
    "Europe/Athens": "Thessaloniki",
    "Europe/Berlin": "Hamburg, Munich, München, Cologne, Köln, Frankfurt, Stuttgart, Düsseldorf,"
    " Leipzig, Dortmund, Essen, Bremen, Dresden, Hannover, Nuremberg, Nürnberg, Bonn, Freiburg",
    "Europe/Brussels": "Antwerp, Ghent, Bruges, Liege, Brüssel, Bruxelles",
    "Europe/Bucharest": "Cluj, Timisoara, Iasi",
    "Europe/Copenhagen": "Aarhus, Odense, Kopenhagen",
    "Europe/Dublin": "Cork, Galway, Limerick",
    "Europe/Istanbul": "Ankara, Izmir, Bursa, Antalya",
    "Europe/Kyiv": "Kharkiv, Odesa, Dnipro, Lviv, Kiev",
    "Europe/Lisbon": "Porto, Lissabon",
    "Europe/London": "Manchester, Birmingham, Glasgow, Edinburgh, Liverpool, Leeds, Bristol,"
    " Cardiff, Belfast, Sheffield, Oxford, Cambridge",
    "Europe/Madrid": "Barcelona, Valencia, Seville, Bilbao, Malaga, Zaragoza",
    "Europe/Moscow": "St Petersburg, Saint Petersburg, Nizhny Novgorod, Kazan, Moskau",
    "Europe/Oslo": "Bergen, Trondheim",
    "Europe/Paris": "Lyon, Marseille, Toulouse, Nice, Bordeaux, Lille, Strasbourg, Nantes",
    "Europe/Prague": "Brno, Ostrava, Prag",
    "Europe/Rome": "Milan, Naples, Turin, Venice, Florence, Bologna, Palermo, Genoa, Rom, Mailand",
    "Europe/Stockholm": "Gothenburg, Malmö, Uppsala",
    "Europe/Vienna": "Graz, Linz, Salzburg, Innsbruck, Wien",
    "Europe/Warsaw": "Krakow, Gdansk, Wroclaw, Poznan, Lodz, Warschau",
    "Europe/Zurich": "Geneva, Basel, Bern, Lausanne, Genf, Lucerne",
    "Pacific/Auckland": "Wellington, Christchurch, Hamilton",
}


class Found(NamedTuple):
    """A zone, and the name by which it was found where that is not its own."""

    zone: str
    place: str = ""


class _Name(NamedTuple):
    folded: str
    found: Found
    weight: int


def find(typed: str, *, most: int = 25) -> list[Found]:
    """
    Return zones for a city, country or part of a zone's name, the likeliest first.

    A zone is returned once. Nothing typed finds the first zones by name.
    """
    wanted = _folded(typed)
    ranked: dict[str, tuple[tuple[int, int, str], Found]] = {}
    for name in _names():
        place = name.folded.find(wanted)
        if place < 0:
            continue
        begins = 0 if place == 0 else 1 if name.folded[place - 1] == " " else 2
        rank = (begins, name.weight, name.found.zone)
        known = ranked.get(name.found.zone)
        if known is None or rank < known[0]:
            ranked[name.found.zone] = (rank, name.found)
    return [found for _, found in sorted(ranked.values())[:most]]


def exists(zone: str) -> bool:
    """Whether the tz database has a zone of exactly this name."""
    return zone in _zones()


def no_data() -> str | None:
    """Return what to do where this machine has no data of any zone; None where it has."""
    if _zones():
        return None
    return say(
        "This machine has no time zone data: digests wait, and quiet hours are not kept. Install"
        " the Python package tzdata and start the bot again."
    )


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _names() -> tuple[_Name, ...]:
    """Return all names: of cities with a zone, zones, other cities, countries and regions."""
    names = []
    current = {zone for _, _, zone, *_ in _table("zone.tab")} | {"UTC"}
    for zone in _zones():
        older = 0 if zone in current else 4  # names that are kept for old programs come last
        names.append(_Name(_folded(zone.split("/")[-1]), Found(zone), older))
        names.append(_Name(_folded(zone), Found(zone), older + 1))
    for zone, cities in CITIES.items():
        names += [_Name(_folded(c), Found(zone, c), 0) for c in cities.split(", ")]
    countries = dict(_table("iso3166.tab"))
    for row in _table("zone.tab"):
        code, _, zone, *comments = row
        if zone in _zones():
            country = countries.get(code, "")
            place = ", ".join([country, *comments])
            names.append(_Name(_folded(country), Found(zone, place), 2))
            names += [_Name(_folded(comment), Found(zone, place), 3) for comment in comments]
    return tuple(names)


def _table(name: str) -> list[list[str]]:
    """Return the rows of one of the tz database's own tables; none where that is not installed."""
    try:
        folders: list[Traversable] = [files("tzdata").joinpath("zoneinfo")]
    except ModuleNotFoundError:
        folders = [Path(folder) for folder in TZPATH]
    found = [table for folder in folders if (table := folder.joinpath(name)).is_file()]
    text = found[0].read_text(encoding="utf-8") if found else ""
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _folded(name: str) -> str:
    """Return a name without accents, case and the signs that people leave out."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.replace("_", " ").replace("/", " ").replace(".", " ").split())

"""Spellings: names that are one name to the ear, though neither letters nor the rules of sound tell so."""

from collections.abc import Mapping

TOGETHER = (
    "aoife eefa efa eva",
    "aisling ashling ashlyn",
    "caoimhe keeva keva kweeva",
    "charlotte sharlotte sharlot",
    "chloe khloe cloe",
    "ciaran kieran kieron keiran kieren",
    "ciara keira kiera keera",
    "catriona katrina catrina",
    "eoghan owen eoin ewan euan",
    "ffion fion fiona",
    "geoff jeff",
    "grainne granya gronya",
    "ieuan yeuan yiewan",
    "jesus hesus",
    "joaquin wakeen",
    "niamh neve neave nieve neeve",
    "oisin osheen usheen",
    "orlaith orla orlagh",
    "padraig porick paudrig",
    "phoebe feebee feeby",
    "rhys reece rees reese",
    "roisin rosheen",
    "sadhbh sive",
    "saoirse seersha sersha sorsha",
    "siobhan shivaun shivon shevaun chevonne shavon",
    "tadhg tige tiege",
    "wojciech voytek wojtek voitek",
    "xavier zavier javier havier",
    "zoe zowie zooey",
)
"""Each line is names that somebody who only heard one may write for another."""

_FIRST: Mapping[str, str] = {name: line.split()[0] for line in TOGETHER for name in line.split()}


def family(name: str) -> str:
    """The first of the names that sound like this folded one; '' where no line has it."""
    return _FIRST.get(name, "")

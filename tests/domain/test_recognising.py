"""What a name may stand for is offered, and the same is found again however it is written."""

import pytest

from rise_desk.domain.recognising import alike, likely_sort


@pytest.mark.parametrize(
    ("text", "sort"),
    [("07700 900123", "phone"), ("+44 7700 900123", "phone"), ("07700", None), ("Zed 07700 900123", None),
     ("KX19 ABC", "vehicle"), ("kx19abc", "vehicle"), ("N123 ABC", "vehicle"),
     ("silver Astra AB12 CDE", "vehicle"), ("silver van", "vehicle"),
     ("Vanessa", None), ("12 Mill Road", "place"), ("behind NN1 4AB", "place"), ("the chicken shop", "place"),
     ("@zed_07", "handle"), ("zed.07", "handle"), ("k_smith", "handle"), ("Zed", None), ("J. Smith", None),
     ("Zed Khan", None), ("O’Neil", None), ("", None)],
)  # fmt: skip
def test_what_a_name_looks_like_is_only_said_where_something_tells(text: str, sort: str | None) -> None:
    assert likely_sort(text) == sort


@pytest.mark.parametrize(
    ("sort", "one", "other"),
    [("phone", "+44 7700 900123", "07700 900 123"), ("vehicle", "KX19 ABC", "kx19abc"), ("handle", "@Zed_07", "zed_07"),
     ("", "ZED", "zed"), ("place", "Mill  Road", "mill road"), ("vehicle", "the silver car", "The Silver Car"),
     ("phone", "his own", "His own"), ("vehicle", "silver Astra AB12 CDE", "ab12cde")],
)  # fmt: skip
def test_the_same_is_found_again_however_it_is_written(sort: str, one: str, other: str) -> None:
    assert alike(sort, one) == alike(sort, other)


@pytest.mark.parametrize(
    ("sort", "one", "other"),
    [("phone", "07700 900123", "07700 900124"), ("vehicle", "KX19 ABC", "KX19 ABD"), ("handle", "zed_07", "zed.07")],
)
def test_what_differs_stays_apart(sort: str, one: str, other: str) -> None:
    assert alike(sort, one) != alike(sort, other)

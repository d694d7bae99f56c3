"""Names for invented children, by where their families come from; any likeness is chance."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Heritage:
    """One sort of family of the county: how often, what they might be called, speak, and answer about ethnicity."""

    share: int
    ethnicity: str
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    language: str = ""
    nationality: str = "gb"


def _of(share: int, ethnicity: str, girls: str, boys: str, families: str, *more: str) -> Heritage:
    language, nationality = (*more, "", "")[:2]
    return Heritage(
        share=share,
        ethnicity=ethnicity,
        girls=tuple(girls.split()),
        boys=tuple(boys.split()),
        families=tuple(each.replace("_", " ") for each in families.split()),
        language=language,
        nationality=nationality or "gb",
    )


HERITAGES = (
    _of(
        44,
        "white_british",
        "Ellie Maisie Chloe Lacey Abbie Freya Paige Millie Courtney Tegan Jess Demi Erin Skye Holly Kayleigh Evie Lucy "
        "Amber Niamh Daisy Shannon Libby Rosie Summer Caitlin Martha Bethany Imogen Poppy",
        "Alfie Jayden Connor Riley Tyler Harvey Kian Logan Ethan Reece Charlie Finley Bradley Owen Toby Jude Lewis "
        "Archie Corey Declan",
        "Tebbutt Wainwright Lockley Pask Rudkin Eastwell Mobbs Underhill Garrod Fensome Copson Brightwell Sharman "
        "Thrussell Mabbutt Cattell Nutt Harlock Yeomans Dunmore Loveridge-Pask Odell Perrin Scrivener Tysoe Wadlow "
        "Hartnell Barwick Coales Gilby Rainbird Freestone Ashdown Kitchener-Odell Larratt Penwright",
    ),
    _of(
        3,
        "white_british",
        "Carys Seren Ffion Lowri Cerys Nia",
        "Rhys Ieuan Dylan Gethin Iwan",
        "Prosser Llewellyn Bevan Gwilym Pugh",
        "English and Welsh",
    ),
    _of(3, "irish", "Aoife Saoirse Róisín Orla Ciara", "Oisín Cillian Darragh Eoin", "O’Dowd Brennan Mulcahy Tierney"),
    _of(
        2,
        "gypsy_or_irish_traveller",
        "Margaret Kathleen Bridie Shakira Maryann",
        "Martin Johnboy Patrick Miley",
        "Connors Maughan Lovell Doran",
    ),
    _of(
        2,
        "roma",
        "Vanesa Kristína Denisa Ivana",
        "Dávid Marek Patrik Erik",
        "Horváth Kováč Balog Gábor",
        "Slovak and Romani; interpreter for the parents",
        "sk",
    ),
    _of(
        6,
        "any_other_white",
        "Oliwia Zuzanna Wiktoria Maja Julia Natalia",
        "Jakub Szymon Kacper Filip Oskar",
        "Wójcik Zając Łukasik Mazurek Pawlak Górecki",
        "Polish at home",
        "pl",
    ),
    _of(
        4,
        "any_other_white",
        "Andreea Ioana Mădălina Bianca Larisa",
        "Andrei Ionuț Răzvan Matei",
        "Munteanu Dobre Rusu Ciobanu",
        "Romanian; interpreter for the parents",
        "ro",
    ),
    _of(
        2,
        "any_other_white",
        "Daryna Sofiia Yeva Polina",
        "Danylo Maksym Artem",
        "Shevchuk Bondar Tkach Hrytsenko",
        "Ukrainian; good English",
        "ua",
    ),
    _of(
        5,
        "pakistani",
        "Aisha Zainab Maryam Hafsa Iqra Sana",
        "Hamza Zayn Bilal Haris Ismail",
        "Mahmood Akhtar Rafiq Bashir Qureshi",
        "English and Punjabi",
    ),
    _of(
        3,
        "bangladeshi",
        "Tahmina Nusrat Sumaya Fahmida",
        "Rayhan Imran Sabbir",
        "Miah Uddin Choudhury Khatun",
        "English and Sylheti",
    ),
    _of(
        2,
        "indian",
        "Simran Jasleen Manpreet Kiranjit",
        "Arjun Harjit Gurdeep",
        "Sandhu Bains Dhaliwal",
        "English and Punjabi",
    ),
    _of(
        4,
        "african",
        "Hodan Ayaan Ifrah Sagal Nasra",
        "Abdirahman Liban Guled Mahad",
        "Warsame Farah Jama Abdille",
        "English and Somali; interpreter for the grandmother",
    ),
    _of(2, "african", "Adaeze Temi Funmi Simi", "Tobi Chidi Femi", "Okonjo Adeyinka Balogun"),
    _of(1, "african", "Abena Esi Akosua", "Kofi Kwabena Yaw", "Ofori Asante Owusu"),
    _of(1, "african", "Ruvimbo Chipo Tariro", "Tinashe Tafara", "Moyo Ncube", "English and Shona"),
    _of(
        3,
        "caribbean",
        "Shanice Renée Tiana Jahzara",
        "Jermaine Tyrell Kymani Andre",
        "Bartley Grandison Pinnock Tulloch",
    ),
    _of(
        5,
        "white_and_black_caribbean",
        "Kiera Jada Mia Tianna Alesha",
        "Kai Marlon Jaden Theo",
        "Wynter Bramble Clarke-Mobbs Fearon",
    ),
    _of(
        2,
        "white_and_black_african",
        "Naomi Zuri Esther Leila",
        "Joel Micah Samuel",
        "Mensah-Tysoe Balewa Sesay Coales",
    ),
    _of(
        2,
        "white_and_asian",
        "Jasmine Nadia Layla Sophia",
        "Adam Zak Idris",
        "Rafiq-Coales Bashir Dunmore-Aziz Mahmood",
    ),
    _of(1, "chinese", "Mei Xinyi Vivian", "Jun Haoran Jason", "Cheung Liang Tsang", "English and Cantonese"),
    _of(1, "any_other_asian", "Linh Thu Mai", "Minh Duc", "Pham Vo", "Vietnamese; interpreter booked", "vn"),
    _of(1, "any_other_asian", "Parwana Zohra", "Farhad Omid", "Ahmadzai Noorzai", "Dari; interpreter booked", "af"),
    _of(2, "arab", "Rima Yasmin Hala", "Karim Yousef Nabil", "Haddad Khoury Saleh", "Arabic; good English", "sy"),
)
"""What makes up the county, in shares of a hundred."""

EITHER = ("Robin", "Alex", "Sky", "Ash", "Jamie", "Rowan", "Quinn", "Remi")
"""Given names chosen by young people who are neither girl nor boy."""

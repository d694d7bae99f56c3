"""Northshire, a county that is on no map: its towns, streets, schools, homes, and who works there."""

AUTHORITY = "Northshire"
ELSEWHERE = ("Marrowshire", "the City of Wenbury", "Castlemoor")

TOWNS = (
    ("Hallowbridge", "ZZ1"),
    ("Ketterby", "ZZ2"),
    ("Aldmere St Mary", "ZZ3"),
    ("Cotterswell", "ZZ4"),
    ("Brackenhoe", "ZZ5"),
    ("Dunmarsh", "ZZ6"),
    ("Fennibridge", "ZZ7"),
    ("Eastoke Green", "ZZ8"),
)
"""Towns with the first half of their postcodes; no post goes to ZZ."""

STREETS = (
    "Cobblers Row", "Tanyard Lane", "Mafeking Street", "Willowherb Close", "Old Signal Road", "Bobbin Street",
    "Larkrise Avenue", "Chapel End", "Station View", "Poplar Crescent", "Weir Lane", "Ironstone Way", "Plover Drive",
    "Jubilee Terrace", "Hopground Road", "St Osyth’s Walk", "Quarry Bank", "Teasel Court", "Gasworks Lane",
    "Meadowsweet Road", "Lamplighter Place", "Orchard Rise", "Sexton Street", "Bellfounders Yard",
)  # fmt: skip
SCHOOLS = (
    ("Weirside Academy", "Mr Ashby"),
    ("Ketterby Grange School", "Mrs Fielding"),
    ("Saint Osyth’s", "Miss Okoro"),
    ("Aldmere High", "Mr Devlin"),
    ("The Hollins School", "Ms Tranter"),
    ("Brackenhoe Community School", "Mrs Lal"),
    ("Dunmarsh Academy", "Mr Whitcombe"),
    ("Fen Road School", "Ms Adjei"),
)
"""Schools, each with the head of year who is rung first."""

SMALL_SCHOOLS = (("the Orchard Centre", "Jan"), ("Bridge House", "Mr Sill"), ("the Lock Keeper’s", "Nadine"))
COLLEGES = (("Hallowbridge College", "Sunita"), ("Northshire Tech", "Mr Peel"), ("Ketterby Sixth Form", "Ms Roper"))
TRAINING = (("the Tannery workshops", "Gary"), ("Fennibridge Motor Training", "Leanne"))

HOMES = (
    ("Larch House", "Denise"), ("Beacon Cottage", "Kwame"), ("Number Nine", "Stacey"), ("Millrace", "Paulette"),
    ("Rookery View", "Ian"), ("Sandpiper Lodge", "Bex"),
)  # fmt: skip
"""Children's homes, each with the member of staff who knows a child best."""

FOSTER_CARERS = (
    "Mrs Lunn", "Mr Abara", "Mrs Whitby", "Jean Tarrant", "Mrs Oyelaran", "Mr Cope", "Sheila Mundy", "Mrs Parveen",
    "Dawn Elsom", "Mr Grady", "Mrs Petrie", "Lorna Beech",
)  # fmt: skip
SUPPORTED = (("Canal Street", "Michelle"), ("The Foundry", "Aled"), ("Station Lodge", "Carole"))

SOCIAL_WORKERS = (
    "Ruth Penn", "Gareth Mills", "Olusola Bright", "Hannah Croft", "Samira Aziz", "Peter Lowe", "Anna Kaczor",
    "Judith Amos", "Neil Farrant", "Blessing Udo", "Katie Strand", "Mohsin Raja", "Elaine Corby", "Dominic Shaw",
)  # fmt: skip
SCHOOL_NURSES = ("Fiona Tully", "Grace Ampofo", "Sue Hallam")
COUNSELLORS = ("Hester", "Malik", "Rowena", "Joe")
YOUTH_WORKERS = ("Darren", "Kemi", "Fliss", "Tariq")
CAFES = ("the market café", "the garden-centre café", "the bakery by the bridge", "the library café", "the milk bar")
OUTDOORS = ("the river path", "Jubilee Park", "the canal", "the rec", "the nature reserve", "the old railway line")
PETS = ("Biscuit the dog", "Toffee the cat", "Pepper the dog", "Mango the cat", "Rolo the dog", "Noodle the cat")

"""The law of the house as data, and what a file has to say for itself against it.

`breaches(path, source)` gives one sentence for each breach; `tests/test_architecture.py` asks it of every file,
and proves of every rule that it can fail.
"""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

LONGEST_FILE, LONGEST_FUNCTION = 300, 40

# Each room: the module that names it, and the rooms it may import. The first that fits a module is its room.
ROOMS = {
    "rise_desk.domain": {"rise_desk.domain", "rise_desk.errors"},
    "rise_desk.storage": {"rise_desk.storage", "rise_desk.domain", "rise_desk.errors", "rise_desk.places"},
    "rise_desk.reports": {"rise_desk.reports", "rise_desk.domain", "rise_desk.errors"},
    "rise_desk.services": {
        "rise_desk.services",
        "rise_desk.storage",
        "rise_desk.reports",
        "rise_desk.domain",
        "rise_desk.errors",
        "rise_desk.places",
    },
    "rise_desk.errors": set(),
    "rise_desk.places": {"rise_desk.errors"},
    # The command line: `verbs` has what each verb does.
    "rise_desk.cli": {
        "rise_desk.services",
        "rise_desk.domain",
        "rise_desk.errors",
        "rise_desk.places",
        "rise_desk.verbs",
    },
    "rise_desk.verbs": {
        "rise_desk.verbs",
        "rise_desk.services",
        "rise_desk.domain",
        "rise_desk.errors",
        "rise_desk.places",
    },
    "ui": {"ui", "rise_desk.services", "rise_desk.domain", "rise_desk.errors"},
    "main": {"ui", "rise_desk.cli", "rise_desk.services", "rise_desk.errors", "rise_desk.places"},
    "dev": {"setting_up"},
    "setting_up": set(),
    # The package itself tells its version and nothing else.
    "rise_desk": set(),
}

# Each outside library and the one place that may import it.
HOMES = {
    "PIL": "rise_desk/services/photos.py",
    "PySide6": "ui/",
    "argon2": "rise_desk/storage/keys.py",
    "cryptography": "rise_desk/storage/keys.py",
    "dateutil": "rise_desk/domain/",
    "holidays": "rise_desk/services/practice.py",
    "jellyfish": "rise_desk/domain/names.py",
    "nhs_number": "rise_desk/domain/identifiers.py",
    "openpyxl": "rise_desk/services/exchange/",
    "peewee": "rise_desk/storage/",
    "platformdirs": "rise_desk/places.py",
    "playhouse": "rise_desk/storage/",
    "pypdf": "rise_desk/reports/paper/lock.py",
    "pypdfium2": "rise_desk/reports/paper/pages.py",
    "rapidfuzz": "rise_desk/domain/names.py",
    "reportlab": "rise_desk/reports/paper/",
    "shiboken6": "ui/",
    "sqlcipher3": "rise_desk/storage/database.py",
    "uharfbuzz": "rise_desk/reports/paper/",
}

# Parts of the standard library that would go round the house: the network, an unencrypted store, code in data.
NOWHERE = {
    "asyncio", "dbm", "ftplib", "http", "imaplib", "marshal", "pickle", "poplib", "shelve", "smtplib", "socket",
    "socketserver", "sqlite3", "urllib.request", "xmlrpc",
}  # fmt: skip

# The domain is pure: no files, no system, no chance, no threads, no clock.
IMPURE = {
    "ctypes", "fcntl", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "signal", "subprocess", "sys", "tempfile", "threading", "time",
}  # fmt: skip

CLOCK = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.gmtime", "time.localtime", "time.time",
    "time.time_ns",
}  # fmt: skip
# A moved clock must not lift the wait after wrong passwords, so that one asks the computer's own.
CLOCK_HOMES = ("rise_desk/services/clock.py", "rise_desk/storage/attempts.py")

SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER|ATTACH|VACUUM|REINDEX)\s+\S")
CODE_WORDS = {"handler", "helper", "helpers", "util", "utils", "common", "misc"}
SILENCED = re.compile(r"#\s*(type: ignore(\[[\w, -]*\])?|noqa(: *[A-Z0-9, ]+)?|pragma: no \w+)\W*$")
PRINTS = ("rise_desk/cli.py", "rise_desk/verbs/", "main.py", "dev.py", "setting_up.py")
KNOW_THEIR_PLACE = ("rise_desk/places.py", "setting_up.py")
CATCHES_ALL = "ui/failure.py"

Rule = Callable[[str, ast.Module, str], Iterator[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def breaches(path: str, source: str) -> list[str]:
    """Every breach of the law in one file of this path (from the top, with slashes), in a sentence each."""
    tree = ast.parse(source)
    rules = ALWAYS if path.startswith("tests/") else (*ALWAYS, *OF_THE_PROGRAM)
    return [f"{path}{sentence}" for rule in rules for sentence in rule(path, tree, source)]


def _within(path: str, home: str) -> bool:
    return path.startswith(home) if home.endswith("/") else path == home


def _module_of(path: str) -> str:
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room_of(module: str) -> str:
    return next((room for room in ROOMS if f"{module}.".startswith(f"{room}.")), "")


def _imports(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module a file imports anywhere, with its line; `from a import b` may mean the module `a.b`."""
    package = _module_of(path).split(".") if path.endswith("__init__.py") else _module_of(path).split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{each.name}") for each in node.names)
        elif isinstance(node, ast.Call) and _dotted(node.func).endswith(("import_module", "__import__")):
            named = node.args[0] if node.args else None
            yield node.lineno, str(named.value) if isinstance(named, ast.Constant) else "(a name made while running)"


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def rooms(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """A room imports only the rooms below it."""
    own = _room_of(_module_of(path))
    if not own:
        yield ": belongs to no room; give it one in ROOMS"
        return
    for line, module in _imports(path, tree):
        room = _room_of(module)
        fine = {own, "rise_desk"} if module == "rise_desk.__version__" else ROOMS[own]
        if room and room not in fine:
            yield f":{line}: {own} may not import {module}"


def libraries(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """Each outside library has one home, and some parts of the standard library have none."""
    for line, module in _imports(path, tree):
        top = module.split(".")[0]
        if any(f"{module}.".startswith(f"{each}.") for each in NOWHERE):
            yield f":{line}: {module} is used nowhere in the house"
        elif top in sys.stdlib_module_names:
            if path.startswith("rise_desk/domain/") and top in IMPURE:
                yield f":{line}: the domain is pure, without {top}"
            if module.startswith("importlib.resources") and path != "rise_desk/places.py":
                yield f":{line}: only places opens resources"
        elif not _room_of(module) and not _within(path, HOMES.get(top, "-")):
            yield f":{line}: {top} has its home in {HOMES.get(top, 'no room; give it one in HOMES')}"


def released_steps(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """A migration never names a live table: what it does must not change once it is released."""
    if path.startswith("rise_desk/storage/migrations/step_"):
        for line, module in _imports(path, tree):
            if module.startswith(("rise_desk.storage.tables", "rise_desk.storage.indexes", "rise_desk.domain")):
                yield f":{line}: a released step may not name {module}"


def calls(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """Below ui nobody asks the real clock or prints; the domain opens nothing; only places knows where it lies."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "__file__" and path not in KNOW_THEIR_PLACE:
            yield f":{node.lineno}: only places knows where the program lies"
        if not isinstance(node, ast.Call):
            continue
        name = _dotted(node.func)
        asks = ".".join(name.split(".")[-2:]) in CLOCK
        if asks and path.startswith("rise_desk/") and path not in CLOCK_HOMES:
            yield f":{node.lineno}: {name} asks the real clock; take `now` or the service's clock"
        if name == "open" and path.startswith("rise_desk/domain/"):
            yield f":{node.lineno}: the domain opens no files"
        if name == "print" and not any(_within(path, home) for home in PRINTS):
            yield f":{node.lineno}: only the command line prints"


def sql(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """No SQL above storage, and inside it no change of a whole table by an update or delete without where."""
    if not path.startswith("rise_desk/storage/"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
                yield f":{node.lineno}: SQL above storage"
        return
    fine = {
        id(node.value.value if isinstance(node.value, ast.Attribute) else node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "where"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and id(node) not in fine:
            kind, table = node.func.attr, _dotted(node.func.value).split(".")[-1]
            if (kind == "delete" and not node.args) or (kind == "update" and (table[:1].isupper() or node.keywords)):
                yield f":{node.lineno}: {table}.{kind} without where touches the whole table"


def catches(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """A fault that nobody expected is a bug and shown as one; catching all is for tidying up and raising again."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and path != CATCHES_ALL:
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            everything = any(each is None or _dotted(each) in ("Exception", "BaseException") for each in kinds)
            again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if everything and not again:
                yield f":{node.lineno}: catches everything"


def docstrings(_path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """Every module, public class and public function says what it means."""
    if not ast.get_docstring(tree):
        yield ": the module does not say what it means"
    for node in _public(tree):
        if not ast.get_docstring(node):
            yield f":{node.lineno}: {node.name} does not say what it means"


def _public(scope: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    for node in scope.body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        marks = [_dotted(each).split(".")[-1] for each in node.decorator_list]
        if not {"override", "overload", "setter"} & set(marks):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)


def sizes(_path: str, tree: ast.Module, source: str) -> Iterator[str]:
    """Files and functions stay short enough to read."""
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        yield f": {lines} lines, more than {LONGEST_FILE}"
    for node in ast.walk(tree):
        if isinstance(node, Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f":{node.lineno}: {node.name} has {length} lines, more than {LONGEST_FUNCTION}"


def words(path: str, tree: ast.Module, _source: str) -> Iterator[str]:
    """Names are the trade's words. 'Manager' is one of them, as a person; no class is called so for managing."""
    named = [(1, PurePosixPath(path).stem)]
    named += [(node.lineno, node.name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef | Function)]
    for line, name in named:
        parts = [each.lower() for each in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)]
        if CODE_WORDS & set(parts) or (name.strip("_")[:1].isupper() and parts[-1:] == ["manager"]):
            yield f":{line}: {name} says nothing of the trade"


def silence(_path: str, tree: ast.Module, source: str) -> Iterator[str]:
    """No warning is ignored, and a check that is switched off says why on the same line."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and SILENCED.search(token.string):
            yield f":{token.start[0]}: {token.string} does not say why"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _dotted(node.func).endswith(("filterwarnings", "simplefilter")):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and str(first.value).startswith("ignore"):
                yield f":{node.lineno}: a warning is ignored"


ALWAYS: tuple[Rule, ...] = (sizes, words, silence)
OF_THE_PROGRAM: tuple[Rule, ...] = (rooms, libraries, released_steps, calls, sql, catches, docstrings)

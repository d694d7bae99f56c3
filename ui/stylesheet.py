"""The one stylesheet, made of the theme's tokens: small rules, no colour or size of its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.theme import Theme

TYPE = """
QLabel[type="page"] {{ font-size: {page}pt; font-weight: 600; }}
QLabel[type="name"] {{ font-size: {name}pt; font-weight: 600; }}
QLabel[type="card"] {{ font-size: {cardpt}pt; font-weight: 600; }}
QLabel[type="text"] {{ font-size: {text}pt; }}
QLabel[type="second"] {{ font-size: {second}pt; }}
QLabel[strong="true"] {{ font-weight: 600; }}
QLabel[strong="false"] {{ font-weight: 400; }}
QLabel[tone="soft"] {{ color: {soft}; }}
QLabel[tone="ink"] {{ color: {ink}; }}
QLabel[tone="loud"] {{ color: {loud}; }}
QLabel[tone="error"] {{ color: {error}; }}
QLabel[tone="medium"] {{ color: {medium}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="rail"] {{ color: {rail_ink}; }}
QLabel[marking="true"] {{ color: {high}; font-weight: 600; font-size: {second}pt; }}
"""
FRAMES = """
QWidget[surface="ground"], QMainWindow, QDialog {{ background: {ground}; }}
QFrame[surface="card"] {{ background: {card}; border: 1px solid {line}; border-radius: {radius}px; }}
QFrame[surface="card"][loud="true"] {{ border-left: 5px solid {loud_fill}; }}
QFrame[surface="bar"] {{ background: {card}; border: none; border-bottom: 1px solid {line}; }}
QFrame[surface="foot"] {{ background: {card}; border: none; border-top: 1px solid {line}; }}
QFrame[surface="rail"] {{ background: {rail}; border: none; }}
QFrame[surface="warning"] {{ background: {medium_ground}; border: none; border-radius: {radius_small}px; }}
QFrame[surface="missing"] {{ background: {loud_fill}; border: none; border-radius: {radius_small}px; }}
QFrame[surface="missing"] QLabel {{ color: {on_loud}; }}
QFrame[surface="notice"] {{ background: {info_ground}; border: none; border-radius: {radius_small}px; }}
QFrame[surface="notice"] QLabel {{ color: {info}; }}
QFrame[surface="quiet"] {{ background: {ground}; border: 1px solid {line}; border-radius: {radius_small}px; }}
QFrame[surface="problem"] {{ background: {card}; border: 2px solid {error}; border-radius: {radius}px; }}
QFrame[surface="popup"] {{ background: {card}; border: 1px solid {edge}; border-radius: {radius}px; }}
QFrame[surface="wrong"] {{ border: none; border-left: 4px solid {error}; }}
QFrame[surface="right"] {{ border: none; border-left: 4px solid transparent; }}
QFrame[surface="line"] {{ border: none; border-left: 4px solid transparent; border-radius: {radius_small}px; }}
QFrame[surface="line"][current="true"] {{ background: {accent_ground}; border-left: 4px solid {accent}; }}
QFrame[surface="line"][wrong="true"] {{ border-left: 4px solid {error}; }}
QFrame[surface="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[surface="scrolled"] {{ background: transparent; border: none; }}
QStatusBar {{ background: {card}; color: {soft}; border-top: 1px solid {line}; }}
QToolTip {{ background: {ink}; color: {card}; border: none; padding: 5px 8px; }}
"""
BUTTONS = """
QPushButton {{ background: {card}; color: {ink}; border: 1px solid {edge}; border-radius: {radius_small}px;
  padding: 0 {pad}px; min-height: {control}px; outline: none; }}
QPushButton:hover, QPushButton[hovered="true"] {{ background: {hover}; border-color: {edge}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:checked {{ background: {accent_ground}; color: {accent}; border-color: {accent}; }}
QPushButton:disabled {{ background: {ground}; color: {soft}; border-color: {line}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"][hovered="true"] {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_hover}; }}
QPushButton[kind="danger"] {{ background: {loud_fill}; color: {on_loud};
  border-color: {loud_fill}; font-weight: 600; }}
QPushButton[kind="quiet"] {{ background: transparent; color: {accent};
  border-color: transparent; padding: 0 {tight}px; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"][hovered="true"] {{ text-decoration: underline; }}
QPushButton[kind="link"] {{ background: transparent; color: {error}; border: none; padding: 0; text-align: left;
  font-weight: 600; text-decoration: underline; }}
QPushButton[kind="chip"] {{ background: {accent_ground}; color: {accent}; border-color: {accent_ground};
  border-radius: {chip}px; padding: 0 {chip}px; }}
QPushButton[kind="chip"]:hover {{ border-color: {accent}; }}
QPushButton[kind="level"], QPushButton[kind="unknown"] {{ padding: 0 4px; min-width: 18px;
  border-color: {line}; border-bottom: 3px solid {line}; }}
QPushButton[kind="unknown"] {{ padding: 0 {tight}px; font-size: {second}pt; color: {soft}; }}
QPushButton[kind="level"][last="true"], QPushButton[kind="unknown"][last="true"] {{
  border-bottom: 3px solid {soft}; }}
QPushButton[kind="level"]:checked, QPushButton[kind="unknown"]:checked {{ background: {accent}; color: {on_accent};
  border-color: {accent}; font-weight: 600; }}
QPushButton[kind="unknown"]:checked {{ font-weight: 400; }}
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{ background: {line}; color: {soft};
  border-color: {line}; }}
QPushButton[kind="quiet"]:disabled {{ color: {soft}; background: transparent; border-color: transparent; }}
QToolButton {{ background: transparent; color: {ink}; border: 1px solid transparent; border-radius: {radius_small}px;
  padding: 0 3px; min-height: {control}px; min-width: {small}px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton::menu-indicator {{ image: none; }}
"""
FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QComboBox QLineEdit {{ placeholder-text-color: {soft}; }}
QLineEdit, QPlainTextEdit, QComboBox {{ background: {field}; color: {ink}; border: 1px solid {edge};
  border-radius: {radius_small}px; selection-background-color: {selection}; selection-color: {on_selection}; }}
QLineEdit, QComboBox {{ min-height: {control}px; padding: 0 {tight}px; }}
QPlainTextEdit {{ padding: 3px; }}
QPlainTextEdit[carried="true"] {{ border: 1px dashed {medium}; color: {soft}; font-style: italic; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {ground}; color: {soft};
  border-color: {line}; }}
QLineEdit[readOnly="true"] {{ background: {ground}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {{ border: 2px solid {error}; }}
QComboBox QLineEdit, QComboBox QLineEdit[invalid="true"] {{ border: none;
  background: transparent; min-height: 0; padding: 0; }}
QComboBox::drop-down {{ border: none; width: {small}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {edge}; outline: none; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {control}px; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {control}px; outline: none; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 2px solid {edge}; border-radius: {round}px;
  background: {field}; }}
QRadioButton::indicator:checked {{ width: {dot_in}px; height: {dot_in}px; border: {thick}px solid {accent}; }}
QRadioButton::indicator:disabled {{ border-color: {line}; }}
QRadioButton::indicator:checked:disabled {{ border-color: {soft}; }}
QRadioButton:disabled, QCheckBox:disabled {{ color: {soft}; }}
"""
LISTS = """
QTableView, QListView {{ background: {card}; color: {ink}; border: none; gridline-color: {line}; outline: none;
  selection-background-color: {selection}; selection-color: {on_selection}; }}
QTableView::item {{ border: none; border-bottom: 1px solid {line}; padding: 0 {tight}px; }}
QTableView::item:hover {{ background: {hover}; }}
QTableView::item:selected, QListView::item:selected {{ background: {selection}; color: {on_selection}; }}
QListView::item {{ padding: 2px {tight}px; min-height: {control}px; }}
QListView[surface="popup"] {{ border: 1px solid {edge}; }}
QHeaderView {{ background: {card}; }}
QHeaderView::section {{ background: {card}; color: {soft}; border: none; border-bottom: 1px solid {edge};
  padding: {tight}px; font-size: {second}pt; font-weight: 600; text-align: left; }}
QHeaderView::section:hover {{ color: {ink}; background: {hover}; }}
QTextBrowser {{ background: {card}; color: {ink}; border: none;
  selection-background-color: {selection}; selection-color: {on_selection}; }}
QTableCornerButton::section {{ background: {card}; border: none; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ background: transparent; color: {soft}; border: none; border-bottom: 3px solid transparent;
  padding: {tab_top}px {pad}px; margin-right: 4px; }}
QTabBar::tab:hover {{ color: {ink}; border-bottom-color: {line}; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom-color: {accent}; font-weight: 600; }}
QTabBar::scroller {{ width: {scroller}px; }}
QTabBar::tear {{ width: 0; border: none; }}
QTabBar QToolButton {{ background: {ground}; border: 1px solid {line}; min-height: 0; min-width: 0; padding: 0; }}
QCalendarWidget QAbstractItemView {{ outline: none; }}
QCalendarWidget QAbstractItemView::item {{ padding: 0; border: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {card}; }}
QCalendarWidget QToolButton {{ font-weight: 600; }}
QMenu {{ background: {card}; color: {ink}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; border-radius: {radius_small}px; }}
QMenu::item:selected {{ background: {selection}; color: {on_selection}; }}
QMenu::item:disabled {{ color: {soft}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
  border: none; width: 0; height: 0; }}
QProgressBar {{ background: {line}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSplitter::handle {{ background: {line}; }}
"""


def sheet(look: "Theme") -> str:
    """The stylesheet of a look."""
    colours = {name: look.colours[name] for name in look.colours.names()}
    return (TYPE + FRAMES + BUTTONS + FIELDS + LISTS).format(**colours, **_sizes(look))


def _sizes(look: "Theme") -> dict[str, object]:
    from ui import theme

    dot = look.tall(12)
    thick = (dot + 4) // 3
    return {
        "page": look.points(theme.Type.PAGE),
        "name": look.points(theme.Type.NAME),
        "cardpt": look.points(theme.Type.CARD),
        "text": look.points(theme.Type.TEXT),
        "second": look.points(theme.Type.SECOND),
        "radius": theme.RADIUS,
        "radius_small": theme.RADIUS_SMALL,
        "control": look.control - 2,
        "pad": look.px(12),
        "tight": look.px(8),
        "small": look.px(24),
        "chip": look.control // 2,
        "tab_top": look.px(7),
        "scroller": look.tall(52),
        "dot": dot,
        "round": dot // 2 + 2,
        "dot_in": dot + 4 - 2 * thick,
        "thick": thick,
    }

"""Presses keys at an X display as a keyboard does, by way of its XTest extension."""

import ctypes
import time

KEYSYMS = {
    "ctrl": 0xFFE3,
    "shift": 0xFFE1,
    "alt": 0xFFE9,
    "tab": 0xFF09,
    "enter": 0xFF0D,
    "esc": 0xFF1B,
    "space": 0x20,
    "up": 0xFF52,
    "down": 0xFF54,
    "left": 0xFF51,
    "right": 0xFF53,
    "home": 0xFF50,
    "end": 0xFF57,
    "menu": 0xFF67,
    "delete": 0xFFFF,
    **{f"f{number}": 0xFFBD + number for number in range(1, 13)},
}


HELD_S = 0.06
"""Faster than any hand, Alt closes the menu again that it has just opened."""


class Keyboard:
    """A keyboard at the display that the environment names."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_int, ctypes.c_int]
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(None)

    def press(self, keys: str) -> None:
        """One stroke, such as `ctrl+k` or `tab`."""
        held = [self._keysym(each) for each in keys.replace("++", "+plus").split("+")]
        shifted = self._shifted(held[-1])
        codes = [self._code(each) for each in ([KEYSYMS["shift"]] * shifted + held)]
        for code, down in (*((code, 1) for code in codes), *((code, 0) for code in reversed(codes))):
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
            self._x.XSync(self._display, 0)
            if "alt" in keys:
                time.sleep(HELD_S)

    def type(self, text: str) -> None:
        """Letter by letter, as fast as a hurried typist."""
        for letter in text:
            self.press("space" if letter == " " else "plus" if letter == "+" else letter)
            time.sleep(0.004)

    def _keysym(self, key: str) -> int:
        names = {"plus": ord("+"), "comma": ord(",")}
        return names.get(key) or KEYSYMS.get(key) or ord(key)

    def _code(self, keysym: int) -> int:
        code = int(self._x.XKeysymToKeycode(self._display, keysym))
        if not code:
            raise LookupError(f"this keyboard has no key for {keysym:#x}")
        return code

    def _shifted(self, keysym: int) -> bool:
        code = self._code(keysym)
        plain = self._x.XkbKeycodeToKeysym(self._display, code, 0, 0)
        return bool(plain != keysym and self._x.XkbKeycodeToKeysym(self._display, code, 0, 1) == keysym)

"""Why the operating system refused, in words that a user of any language can act on."""

import errno
import os
import re

_WORDS = {
    errno.ENOSPC: ("disken är full", "the disk is full"),
    errno.EDQUOT: ("ditt diskutrymme är slut", "your disk quota is used up"),
    errno.EACCES: ("du saknar behörighet", "you lack permission"),
    errno.EPERM: ("du saknar behörighet", "you lack permission"),
    errno.EROFS: ("disken går bara att läsa", "the disk is read-only"),
    errno.ENOENT: ("den finns inte", "it does not exist"),
    errno.ENOTDIR: ("en del av sökvägen är ingen mapp", "a part of the path is not a folder"),
    errno.EISDIR: ("det är en mapp", "it is a folder"),
    errno.EEXIST: ("det finns redan en fil med det namnet", "there already is a file of that name"),
    errno.ENAMETOOLONG: ("namnet är för långt", "the name is too long"),
    errno.EFBIG: ("filen blir för stor", "the file becomes too large"),
    errno.EMFILE: ("för många filer är öppna", "too many files are open"),
    errno.EIO: ("disken svarar inte som den ska", "the disk does not answer as it should"),
}

_SHORT_WRITE = re.compile(r"\d+ requested and \d+ written")
"""What NumPy says of a disk that became full, without the system's number for it."""


def system_reason(error: OSError) -> tuple[str, str]:
    """What stood in the way, in Swedish and in English.

    A rare reason is given in the system's own words.
    """
    full = error.errno is None and _SHORT_WRITE.search(str(error))
    words = _WORDS.get(errno.ENOSPC if full else error.errno or 0)
    if words:
        return words
    own = os.strerror(error.errno) if error.errno else str(error) or type(error).__name__
    return own, own

"""Where the knowledge and looks are: the folders shipped beside the code."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def resource(name: str) -> Path:
    """Return the path of a file or folder of `resources/`, in a wheel or in a checkout."""
    installed = _PACKAGE / "resources"
    return (installed if installed.is_dir() else _CHECKOUT / "resources") / name


def sample_dossier() -> Path:
    """Return the folder of the sample articles (`seeds/`)."""
    installed = _PACKAGE / "seeds"
    return installed if installed.is_dir() else _CHECKOUT / "seeds"

"""The command line, and the worker that the window runs beside itself."""


def main() -> None:
    """Run the command line; what goes wrong is said in one sentence."""
    from factcheck.cli.commands import run

    run()

"""What holds for all tests: properties take the time they need, on busy machines too, and try the same examples each
time, so that a run says something of the change and nothing of luck; `make properties` tries new ones."""

from hypothesis import HealthCheck, settings

settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("same", settings.get_profile("new"), derandomize=True, database=None)
settings.load_profile("same")

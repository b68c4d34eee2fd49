"""What may go wrong when a tree is judged, for the test of the fuzz. A process begun anew can import it from here."""

import os
import time


def failing(project):
    raise KeyError(project.name)


def hanging(project):
    while True:
        pass


def waiting(project):
    time.sleep(60)


def dying(project):
    os._exit(3)

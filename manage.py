#!/usr/bin/env python
"""Run Tizim's commands; `python manage.py help` lists them."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, OperationalError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(_in_one_line(error))
    except KeyboardInterrupt:
        sys.exit(130)


def _in_one_line(error):
    from django.db import OperationalError

    if isinstance(error, OperationalError):
        from config.postgres import explain

        return explain(error)
    return " ".join(str(error).split())


if __name__ == "__main__":
    main()

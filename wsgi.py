"""What a server runs: `waitress-serve wsgi:app` or `gunicorn wsgi:app`."""

import sys

from app import create_app
from config import ConfigurationError

try:
    app = create_app()
except ConfigurationError as reason:
    sys.exit(f"Pejling can't start. {reason}")

"""copkit: plain files for people who run communities of practice in health and care."""

__version__ = "0.1.0"

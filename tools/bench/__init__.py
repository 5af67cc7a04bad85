"""Every measured claim of the README, measured again on this machine: `python -m tools.bench frames`."""

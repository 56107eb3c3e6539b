"""What people are told by mail and when: reminders, digests, their choices, one link to stop it all, and the outbox."""

"""The people who use the register: who they are, how they sign in, what language and look they chose."""

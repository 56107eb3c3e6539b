"""The service check: rules over the whole register, what each finds, and how to mend it."""

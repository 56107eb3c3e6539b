"""The demo: Solbæk Kommune, an invented municipality, read from `seeds/solbaek` and built as its people would have done it."""

"""The demo: Solbæk Kommune, an invented municipality, read from `seeds/solbaek` and built by the rooms' own verbs."""

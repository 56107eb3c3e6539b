"""Ground floor: what every room stands on. It knows no room.

Database, operations, the audit trail, access, lists, forms, languages, documents and errors: one mechanism each.
"""

# Ede: words that are the whole of a message and that a published source has. All else is shown in Vietnamese.
# Nobody who speaks it has read them here. None was seen as the label of a form, only in dictionary and running text.

# "day": Austronesian Basic Vocabulary Database, list 741 (Rhade), from Tharp and Y-Bhăm Đuôn-yă, A Rhade–English Dictionary, 1980.
# Seen in running text: vov4.vov.vn/ede, 2026 (hlăm hruê).
date-day = Hruê
# "year": the same list and dictionary. Seen in running text: vov4.vov.vn/ede, 2026 (thŭn mrâo 2026).
date-year = Thŭn

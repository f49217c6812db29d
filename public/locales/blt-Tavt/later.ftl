# Words of the pages that come later: none yet.

"""Works out what a page's scripts do to its variables, without running them."""

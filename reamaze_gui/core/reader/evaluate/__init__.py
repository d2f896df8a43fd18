"""Works out what the scripts of a page do to its variables, without running any of them."""

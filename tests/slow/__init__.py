"""Real tools and long runs: everything copkit makes is judged, and it is installed as strangers install it."""

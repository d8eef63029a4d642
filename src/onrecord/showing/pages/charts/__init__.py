"""Charts that are drawn before the page leaves: where every mark stands. Templates put them into SVG."""

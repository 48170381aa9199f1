"""What is known of languages: the only room that reads `resources/languages`."""

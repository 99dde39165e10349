"""What is made out of the built site and the records."""

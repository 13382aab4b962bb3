"""What needs a hand so that the site stays true."""

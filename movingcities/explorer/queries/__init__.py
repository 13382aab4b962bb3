"""What lists, maps and sentences read; one module per noun."""

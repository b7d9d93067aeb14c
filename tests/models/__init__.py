"""What files become: records, findings and places."""
